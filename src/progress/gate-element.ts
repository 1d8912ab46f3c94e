import { evaluateGate, LIGHTS, type RuleState, sayLight } from '../roadmap/evaluate-gate.ts';
import type { Gate, GateRule } from '../roadmap/gates.ts';
import type { GateKey, ItemKind } from '../roadmap/types.ts';
import { askStore } from './ask-store.ts';
import { type DoneByKind, doneByKind } from './done-by-kind.ts';
import type { Mark } from './mark.ts';

/**
 * `<daymark-gate>`: keeps the light of a unit's gate up to date with what is ticked. The HTML from the build has all its parts, as they are
 * when nothing but the author's own ticks is there.
 */
class DaymarkGate extends HTMLElement {
  readonly #ticked: DoneByKind = {};
  #gate: Gate = { rules: [], advice: { green: '', yellow: '', red: '' } };

  connectedCallback(): void {
    this.#gate = this.#readGate();
    askStore((store) => {
      const show = () => this.#show(store.marksOf(this.dataset['plan'] ?? '').values());
      show();
      // Afterwards, when many ticks change at once: the light is read out, and says only where it came to rest.
      document.addEventListener('daymark:progress', () => queueMicrotask(show));
    });
  }

  #show(marks: Iterable<Mark>): void {
    const done = doneByKind(marks, this.dataset['unit'] ?? '', this.#ticked);
    const { light, rules, next, advice } = evaluateGate(this.#gate, done);
    this.dataset['light'] = light;
    this.#say('.light', sayLight(light));
    this.#say('.advice', advice);
    this.#say('.way', next?.words ?? '');
    for (const state of rules) this.#showRule(state);
    // Only now: the build cannot know the light, and a wrong one must not flash up.
    this.dataset['shown'] = '';
  }

  #showRule({ rule, light, reason }: RuleState): void {
    const line = `[data-key="${rule.key}"]`;
    this.querySelector<HTMLElement>(line)?.setAttribute('data-light', light);
    this.#say(`${line} b`, LIGHTS.find(({ name }) => name === light)?.title ?? '');
    this.#say(`${line} span`, reason);
  }

  /** Changes only what says something else: the light is a live region. */
  #say(selector: string, words: string): void {
    const element = this.querySelector(selector);
    if (element && element.textContent !== words) element.textContent = words;
  }

  #readGate(): Gate {
    const advice = Object.fromEntries(
      LIGHTS.map(({ name }) => [name, this.querySelector(`dd.${name}`)?.textContent ?? '']),
    ) as Gate['advice'];
    const rules = [...this.querySelectorAll<HTMLElement>('[data-key]')].map(({ dataset }): GateRule => {
      const [total = 0, green = 0, yellow = 0, ticked = 0] = (dataset['levels'] ?? '').split(' ').map(Number);
      const kind = dataset['kind'] as ItemKind;
      this.#ticked[kind] = ticked;
      return { key: dataset['key'] as GateKey, kind, total, green, yellow };
    });
    return { rules, advice };
  }
}

customElements.define('daymark-gate', DaymarkGate);
