import { count } from '../roadmap/count.ts';
import type { PlanIndex } from '../roadmap/plan-index.ts';
import { adaptEntries } from './adapt-entries.ts';
import { askStore } from './ask-store.ts';
import { type Backup, backupName, writeBackup } from './backup.ts';
import { download } from './download.ts';
import { plansWithMarks } from './edit-marks.ts';
import { parseMarkName } from './keys.ts';
import { askToMerge, saidAfterMerge, withdrawQuestion } from './merge-dialog.ts';
import { changes, previewMerge } from './merge-preview.ts';
import type { PageData } from './page-data.ts';
import type { ProgressStore } from './progress-store.ts';
import { readBackup } from './read-backup.ts';
import { countTicks } from './summary.ts';
import { restoreInto, snapshotOf } from './whole-store.ts';

/** Merged as they are, ticks of tasks that were reworded since would be lost. */
const NOT_LOADED =
  "The tasks of this site's plans could not be loaded, and the ticks in the backup belong to them. Check the connection and try again.";
const MADE = new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeStyle: 'short' });
/** Of entries that cannot be read. */
const MOST_NAMED = 5;

/** `<daymark-backup>`: everything that is kept, as a file and back. */
export class DaymarkBackup extends HTMLElement {
  static data: PageData;
  #store!: ProgressStore;

  connectedCallback(): void {
    askStore((store) => {
      this.#store = store;
      this.#part('download').addEventListener('click', () => this.#download());
      this.#part('file').addEventListener('change', ({ target }) => {
        const input = target as HTMLInputElement;
        const [file] = input.files ?? [];
        if (file) this.#read(file).finally(() => this.#forgetFile(input));
      });
    });
  }

  #download(): void {
    const now = Date.now();
    const entries = snapshotOf(this.#store);
    const marks = plansWithMarks(this.#store).map((plan) => this.#store.marksOf(plan));
    const ticks = marks.reduce((sum, ofPlan) => sum + countTicks(ofPlan), 0);
    const name = backupName(now);
    download(name, writeBackup(entries, { site: this.dataset['base'] ?? '/', now }), 'application/json');
    this.#say(`${name} has ${count(ticks, 'tick')}. Keep it somewhere else than on this device.`);
  }

  async #read(file: File): Promise<void> {
    // A question about the file before this one would be answered for this one.
    withdrawQuestion(this.#part('preview'));
    const read = await readBackup(file);
    if ('problem' in read) return this.#say(`${read.problem} Nothing was changed.`);
    const { backup } = read;
    const titles = new Map(Object.entries(JSON.parse(this.dataset['titles'] ?? '{}') as Record<string, string>));
    const indexes = await this.#indexes(backup, titles);
    if (!indexes) return this.#say(`${NOT_LOADED} Nothing was changed.`);
    const own = snapshotOf(this.#store);
    const entries = adaptEntries(backup.entries, own, indexes);
    const preview = previewMerge(own, entries);
    this.#say('');
    askToMerge(this.#part('preview'), {
      preview,
      titleOf: (plan) => titles.get(plan),
      notes: this.#notes(backup),
      merge: () => {
        restoreInto(this.#store, entries);
        this.#say(saidAfterMerge(count(changes(preview), 'entry', 'entries'), this.#store.trouble));
        this.#part('file').focus();
      },
      cancel: () => {
        this.#say('Nothing was changed.');
        this.#part('file').focus();
      },
    });
  }

  #notes({ exported, site, entries, unreadable }: Backup): string[] {
    const made = exported && `Made on ${MADE.format(new Date(exported))}.`;
    const elsewhere = site !== '' && site !== this.dataset['base'] && `It comes from the site at ${site}.`;
    const named = unreadable.slice(0, MOST_NAMED).map((key) => (key.length > 80 ? `${key.slice(0, 80)}…` : key));
    const rest = unreadable.length > MOST_NAMED ? ` and ${unreadable.length - MOST_NAMED} more` : '';
    const leftOut =
      unreadable.length > 0 &&
      `${unreadable.length} of its ${entries.size + unreadable.length} entries cannot be read and are left out: ${named.join(', ')}${rest}.`;
    return [made, elsewhere, leftOut].filter((note) => note !== false && note !== '') as string[];
  }

  /** Today's items of the plans in a backup, of those that this site has; `null` when they cannot be loaded. */
  async #indexes({ entries }: Backup, titles: ReadonlyMap<string, string>): Promise<Map<string, PlanIndex> | null> {
    const plans = new Set([...entries.keys()].map((key) => parseMarkName(key)?.plan ?? ''));
    const known = [...plans].filter((plan) => titles.has(plan));
    const indexes = known.map(async (plan) => [plan, await DaymarkBackup.data.index(plan)] as const);
    return Promise.all(indexes).then(
      (found) => new Map(found),
      () => null,
    );
  }

  /** The same file may be chosen again, as after it was mended. */
  #forgetFile(input: HTMLInputElement): void {
    input.value = '';
  }

  #say(text: string): void {
    this.#part('said').textContent = text;
  }

  #part(name: string): HTMLElement {
    return this.querySelector(`[data-part="${name}"]`) as HTMLElement;
  }
}
