/**
 * Shows progress on a page while the page is still being read, so that nothing flashes or moves: `route-data.ts` puts this function's
 * text into the head of every page of a plan, as the one inline script that Daymark has. It must therefore stand alone: no imports, nothing from outside but its arguments.
 *
 * It shows what `li[data-item]` and `[data-total]` say they are, as the browser adds them, and again whenever the store (`reader.ts`)
 * sends `daymark:progress` with other marks.
 *
 * @param prefix start of the keys of the marks to show (`keys.ts`): of one plan, or, on the home page, of all; then what is shown says
 * its plan in `data-plan`
 * @param home path of the plan's page: a link below it is one to the unit of that path
 */
export function paint(prefix: string, home: string): void {
  type Shown = Map<string, { done: boolean; unit: string; minutes: number; byAuthor: boolean }>;
  const hours = (minutes: number) => `${Math.round(minutes / 6) / 10} h`;
  let marks: Shown;
  /** What each sum, or its words once they are there, says: to say it again would make the browser lay it out again. */
  const said = new WeakMap<Element, string>();
  const read = () => {
    marks = new Map();
    try {
      for (const key of Object.keys(localStorage)) {
        if (!key.startsWith(prefix)) continue;
        // What cannot be read is the store's business; here it is merely not shown.
        try {
          const mark = JSON.parse(localStorage.getItem(key) ?? '');
          const fields = `${typeof mark.done} ${typeof mark.unit} ${typeof mark.minutes} ${typeof mark.byAuthor}`;
          const isSound = mark.v === 1 && fields === 'boolean string number boolean' && /\b[0-9a-z]{10}$/.test(key);
          if (isSound) marks.set(key.slice(prefix.length), mark);
        } catch {}
      }
    } catch {}
  };

  /** What the reader's marks add to items and minutes done, by unit: there may be thousands of marks, and dozens of sums to show. */
  const changes = () => {
    const units = new Map<string, [items: number, minutes: number]>();
    for (const [id, mark] of marks) {
      const change = Number(mark.done) - Number(mark.byAuthor);
      if (change === 0) continue;
      const path = id.slice(0, -10) + mark.unit;
      const [items, minutes] = units.get(path) ?? [0, 0];
      units.set(path, [items + change, minutes + change * mark.minutes]);
    }
    return units;
  };

  const show = (root: ParentNode): void => {
    const units = changes();
    for (const item of root.querySelectorAll<HTMLElement>('[data-item]')) {
      const box = item.querySelector<HTMLInputElement>('.task-box');
      const mark = marks.get(item.dataset['item'] ?? '');
      if (!box) continue;
      box.disabled = false;
      // Else the browser brings back, on the way back to a page, the ticks that it had when it was left.
      box.autocomplete = 'off';
      box.checked = mark ? mark.done : box.defaultChecked;
    }
    for (const element of root.querySelectorAll<HTMLElement>('[data-total]')) {
      const { plan, progress, total = '0', ticked = '0' } = element.dataset;
      const unit = progress ?? (element as HTMLAnchorElement).pathname.slice(home.length, -1);
      const path = (plan ? `${plan}:` : '') + unit;
      let done = Number(ticked);
      let minutes = Number(element.dataset['tickedMinutes'] ?? 0);
      for (const [changed, [moreItems, moreMinutes]] of units) {
        if (unit ? changed !== path && !changed.startsWith(`${path}/`) : !changed.startsWith(path)) continue;
        done += moreItems;
        minutes += moreMinutes;
      }
      const words = element.querySelector('.progress-words');
      const sum = `${done} ${minutes}`;
      if (said.get(words ?? element) === sum) continue;
      said.set(words ?? element, sum);
      element.dataset['state'] = done <= 0 ? 'none' : done >= Number(total) ? 'all' : 'some';
      element.style.setProperty('--share', `${Math.min(1, Math.max(0, done / Number(total)))}`);
      const all = Number(element.dataset['minutes'] ?? 0);
      if (words) words.textContent = `${done} of ${total} done${all > 0 ? `, ${hours(minutes)} of ${hours(all)}` : ''}`;
    }
  };
  read();
  // Runs between what the browser reads and what it paints.
  const observer = new MutationObserver(() => {
    show(document);
    // What was just shown is no news.
    observer.takeRecords();
  });
  observer.observe(document, { childList: true, subtree: true });
  document.addEventListener('DOMContentLoaded', () => {
    observer.disconnect();
    show(document);
  });
  // A page that comes back from the browser's memory has not heard what happened meanwhile.
  window.addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return;
    read();
    show(document);
  });
  document.addEventListener('daymark:progress', (event) => {
    marks = (event as CustomEvent<Shown>).detail;
    show(document);
  });
}
