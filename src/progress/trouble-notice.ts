import type { Trouble } from './progress-store.ts';

const WORDS: Readonly<Record<Trouble, string>> = {
  full: "This browser's storage is full. What you tick now is shown, and forgotten when you leave the page. A backup and a little room help.",
  forbidden:
    'This browser keeps nothing for this site, because of a private window or a setting. What you tick is forgotten when you leave the page.',
  newer:
    'A newer version of this site has kept progress here, which this page cannot read. It is left untouched; reload the page to get the newer version.',
};

/** Says quietly that progress is not kept, and why; with `null`, no longer. */
export function showTrouble(trouble: Trouble | null): void {
  const notice = document.querySelector<HTMLElement>('[data-trouble]');
  if (!notice || notice.dataset['trouble'] === (trouble ?? '')) return;
  notice.dataset['trouble'] = trouble ?? '';
  notice.textContent = trouble ? WORDS[trouble] : '';
  notice.hidden = trouble === null;
}
