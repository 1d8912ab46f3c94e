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
  const ID = /:[0-9a-hjkmnp-tv-z]{10}$/;
  const hours = (minutes: number) => `${Math.round(minutes / 6) / 10} h`;
  // Before the store has compared the marks with the plan, some may be of tasks that are gone.
  const within = (number: number, most: number) => Math.min(most, Math.max(0, number));
  let marks: Shown = new Map();
  /** What each sum, or its words once they are there, says: to say it again would make the browser lay it out again. */
  const said = new WeakMap<Element, string>();
  try {
    for (const key of Object.keys(localStorage)) {
      if (!key.startsWith(prefix) || !ID.test(key)) continue;
      // What cannot be read is the store's business (`mark.ts`); here it is merely not shown.
      try {
        const mark = JSON.parse(localStorage.getItem(key) ?? '');
        const types = [mark.done, mark.byAuthor, mark.unit, mark.text].map((field) => typeof field);
        if (mark.v === 1 && `${types}` === 'boolean,boolean,string,string' && mark.at >= 0 && mark.minutes >= 0)
          marks.set(key.slice(prefix.length), mark);
      } catch {}
    }
  } catch {}

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

  const show = () => {
    const units = changes();
    for (const item of document.querySelectorAll<HTMLElement>('[data-item]')) {
      const box = item.querySelector<HTMLInputElement>('.task-box');
      const mark = marks.get(item.dataset['item'] ?? '');
      if (!box) continue;
      box.disabled = false;
      // Else the browser brings back, on the way back to a page, the ticks that it had when it was left.
      box.autocomplete = 'off';
      box.checked = mark ? mark.done : box.defaultChecked;
    }
    for (const element of document.querySelectorAll<HTMLElement>('[data-total]')) {
      const { plan, progress, total = '0', ticked = '0' } = element.dataset;
      const unit = progress ?? element.getAttribute('href')?.slice(home.length, -1);
      const path = (plan ? `${plan}:` : '') + unit;
      let done = Number(ticked);
      let minutes = Number(element.dataset['tickedMinutes'] ?? 0);
      for (const [changed, [moreItems, moreMinutes]] of units) {
        if (unit ? changed !== path && !changed.startsWith(`${path}/`) : !changed.startsWith(path)) continue;
        done += moreItems;
        minutes += moreMinutes;
      }
      const all = Number(element.dataset['minutes'] ?? 0);
      done = within(done, Number(total));
      minutes = within(minutes, all);
      const words = element.querySelector('.progress-words');
      const sum = `${done} ${minutes}`;
      if (said.get(words ?? element) === sum) continue;
      said.set(words ?? element, sum);
      element.dataset['state'] = done === 0 ? 'none' : done === Number(total) ? 'all' : 'some';
      element.style.setProperty('--share', `${done / Number(total)}`);
      if (words) words.textContent = `${done} of ${total} done${all > 0 ? `, ${hours(minutes)} of ${hours(all)}` : ''}`;
    }
  };
  // Runs between what the browser reads and what it paints.
  const observer = new MutationObserver(() => {
    show();
    // What was just shown is no news.
    observer.takeRecords();
  });
  observer.observe(document, { childList: true, subtree: true });
  document.addEventListener('DOMContentLoaded', () => {
    observer.disconnect();
    show();
  });
  document.addEventListener('daymark:progress', (event) => {
    marks = (event as CustomEvent<Shown>).detail;
    show();
  });
}
