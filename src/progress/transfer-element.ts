import { count } from '../roadmap/count.ts';
import { askStore } from './ask-store.ts';
import type { PageData } from './page-data.ts';
import type { ProgressStore } from './progress-store.ts';

/** Start of the fragment that carries progress. A fragment is not part of what a browser sends to a server. */
const FRAGMENT = '#t=';

/**
 * `<daymark-transfer>`: makes a link and a QR code that carry a plan's ticks to another device, and takes over what such
 * a link brings. The parts for either are loaded when they are needed.
 */
export class DaymarkTransfer extends HTMLElement {
  static data: PageData;
  #store!: ProgressStore;
  #arrived: Promise<void> = Promise.resolve();

  connectedCallback(): void {
    askStore((store) => this.#start(store));
  }

  #start(store: ProgressStore): void {
    this.#store = store;
    this.#offer();
    store.subscribe(() => this.#offer());
    this.#part('form').addEventListener('submit', (event) => {
      event.preventDefault();
      this.#make(store).catch(() => this.#say('The link could not be made. Check the connection and try again.'));
    });
    this.#part('copy').addEventListener('click', () => this.#copy());
    this.#part('share').addEventListener('click', () => this.#share());
    this.#part('link').addEventListener('focus', () => this.#part<HTMLInputElement>('link').select());
    window.addEventListener('hashchange', () => this.#arrive(store));
    this.#arrive(store);
  }

  /** Offers the plans that have something to move. A link made before the change no longer says all. */
  #offer(): void {
    for (const option of this.#plans.options) option.disabled = this.#store.marksOf(option.value).size === 0;
    const [first] = [...this.#plans.options].filter(({ disabled }) => !disabled);
    if (first && this.#plans.selectedOptions[0]?.disabled) first.selected = true;
    this.#part('form').hidden = !first;
    this.#part('none').hidden = first !== undefined;
    this.#part('made').hidden = true;
    this.#part('code').hidden = true;
    this.#say('');
  }

  async #make(store: ProgressStore): Promise<void> {
    const { encodeTransfer, TRANSFER_PROBLEMS } = await import('./transfer-code.ts');
    const plan = this.#plans.value;
    // Ticks of items that were reworded since belong to what those have become.
    await DaymarkTransfer.data.follow(store, plan);
    const marks = store.marksOf(plan);
    const { items } = await DaymarkTransfer.data.index(plan);
    const made = await encodeTransfer(plan, marks, items);
    if ('problem' in made) return this.#say(TRANSFER_PROBLEMS[made.problem]);
    const link = `${location.origin}${location.pathname}${FRAGMENT}${made.code}`;
    this.#part<HTMLInputElement>('link').value = link;
    this.#part('share').hidden = !('share' in navigator);
    this.#part('made').hidden = false;
    const drawn = await import('./draw-qr-code.ts')
      .then(({ drawQrCode }) => drawQrCode(this.#part('code'), link))
      .catch(() => false);
    const ticks = [...marks.values()].filter((mark) => mark.done).length;
    const packed = items.filter(({ id }) => marks.get(id)?.done).length;
    const gone = ticks > packed ? ` Not in it, because the tasks are gone: ${count(ticks - packed, 'tick')}.` : '';
    const words = drawn
      ? 'The link and its QR code are ready'
      : 'The link is ready, without a QR code: it is too long for one';
    this.#say(`${words}. It carries ${count(packed, 'tick')}.${gone}`);
  }

  async #copy(): Promise<void> {
    const field = this.#part<HTMLInputElement>('link');
    try {
      await navigator.clipboard.writeText(field.value);
      this.#say('Copied.');
    } catch {
      // No clipboard without HTTPS, or it is refused.
      field.focus();
      this.#say('This browser does not let the page copy. The link is selected: copy it with Ctrl C or Command C.');
    }
  }

  #share(): void {
    const url = this.#part<HTMLInputElement>('link').value;
    // Rejects when the reader thinks better of it.
    navigator.share({ title: `My progress in ${this.#plans.selectedOptions[0]?.text}`, url }).catch(() => {});
  }

  /** Takes a link out of the address, and shows what it brings. */
  #arrive(store: ProgressStore): void {
    const { hash, pathname, search } = location;
    if (!hash.startsWith(FRAGMENT)) return;
    // Whatever becomes of it, it must not come again with a reload or on the way back, nor stay in a bookmark.
    history.replaceState(history.state, '', pathname + search);
    // One after the other: the last one is what the reader has opened.
    this.#arrived = this.#arrived
      .then(() => this.#receive(hash.slice(FRAGMENT.length), store))
      .catch(() => this.#say('The link could not be read. Check the connection, then open it again.'));
  }

  async #receive(code: string, store: ProgressStore): Promise<void> {
    const { receiveTransfer } = await import('./transfer-arrival.ts');
    await receiveTransfer(code, {
      dialog: this.#part<HTMLDialogElement>('dialog'),
      store,
      titles: new Map([...this.#plans.options].map(({ value, text }) => [value, text])),
      loadItems: async (plan) => {
        // Own ticks of items that were reworded since would pass for missing.
        if (store.marksOf(plan).size > 0) await DaymarkTransfer.data.follow(store, plan);
        return (await DaymarkTransfer.data.index(plan)).items;
      },
    });
  }

  get #plans(): HTMLSelectElement {
    return this.#part<HTMLSelectElement>('plans');
  }

  #part<T extends HTMLElement>(name: string): T {
    return this.querySelector(`[data-part="${name}"]`) as T;
  }

  #say(words: string): void {
    this.#part('status').textContent = words;
  }
}
