/** `<daymark-diagram>`: adds to a drawing the button that shows it as large as the window allows. */
class DaymarkDiagram extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector<HTMLButtonElement>('.diagram-enlarge');
    const frame = this.querySelector<HTMLElement>('.diagram-frame');
    if (!button || !frame) return;
    button.hidden = false;
    button.addEventListener('click', () => this.#enlarge(frame));
  }

  /** Moves the drawing into a dialog and back: a copy would repeat its ids. */
  #enlarge(frame: HTMLElement): void {
    const drawing = frame.firstElementChild;
    if (!drawing) return;
    const dialog = document.createElement('dialog');
    dialog.className = 'diagram-dialog';
    dialog.ariaLabel = frame.ariaLabel;
    const close = document.createElement('button');
    close.type = 'button';
    close.className = 'diagram-close';
    close.textContent = 'Close';
    close.addEventListener('click', () => dialog.close());
    const stage = document.createElement('div');
    stage.className = 'diagram-stage';
    stage.tabIndex = 0;
    const { height } = frame.getBoundingClientRect();
    frame.style.minHeight = `${height}px`;
    stage.append(drawing);
    dialog.append(close, stage);
    dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
    dialog.addEventListener('close', () => {
      frame.append(drawing);
      frame.style.minHeight = '';
      dialog.remove();
    });
    document.body.append(dialog);
    dialog.showModal();
  }
}

customElements.define('daymark-diagram', DaymarkDiagram);
