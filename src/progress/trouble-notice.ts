import { button, element } from './elements.ts';
import type { Trouble } from './progress-store.ts';
import styles from './trouble-notice.css?url';

const WORDS: Readonly<Record<Trouble, string>> = {
  full: "This browser's storage is full. What you tick now is forgotten when you leave this page, unless there is room again before.",
  forbidden:
    'This browser keeps nothing for this site, because of a private window or a setting. What you tick is forgotten when you leave this page.',
  newer:
    'A newer version of this site has kept progress here, which this page cannot read. It is left untouched; reload the page to get the newer version.',
};

/** Says quietly that progress is not kept, and why; with `null`, no longer. Each reason is said until the reader has closed it. */
export function showTrouble(trouble: Trouble | null): void {
  const notice = document.querySelector<HTMLElement>('[data-trouble]') ?? (trouble && addNotice());
  if (!notice || notice.dataset['trouble'] === (trouble ?? '')) return;
  notice.dataset['trouble'] = trouble ?? '';
  notice.hidden = trouble === null;
  const words = notice.querySelector('[role=status]');
  if (words) words.textContent = trouble ? WORDS[trouble] : '';
}

function addNotice(): HTMLElement {
  const notice = Object.assign(element('div'), { className: 'trouble print:hidden' });
  const words = Object.assign(element('span'), { role: 'status' });
  const close = button('Close', () => {
    notice.hidden = true;
  });
  notice.dataset['trouble'] = '';
  notice.append(words, close);
  document.head.append(Object.assign(element('link'), { rel: 'stylesheet', href: styles }));
  document.body.append(notice);
  return notice;
}
