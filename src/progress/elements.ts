/** Makes an element that says something. */
export function element<K extends keyof HTMLElementTagNameMap>(name: K, text = ''): HTMLElementTagNameMap[K] {
  return Object.assign(document.createElement(name), { textContent: text });
}

/** Makes a button of our own (`content.css`). */
export function button(text: string, onClick: () => void): HTMLButtonElement {
  const made = Object.assign(element('button', text), { type: 'button' as const, className: 'control' });
  made.addEventListener('click', onClick);
  return made;
}
