import {EMPTY, type Contestant} from './contestants.js';
import {summarize, type FigureName, type Figures} from './figures.js';

/** What every page costs that has the probe in it, which is no gallery's fault. */
const COST_OF_EMPTY_PAGE: readonly FigureName[] = ['scriptMs', 'nodes', 'nodesAtEnd'];

/** All figures of a run. */
export class Results {
  /** What could not be measured, and why. */
  readonly failures = new Set<string>();
  readonly #visits = new Map<string, Figures[]>();

  add({id}: Contestant, count: number, figures: Figures): void {
    const key = `${id} ${count}`;
    const visits = this.#visits.get(key) ?? [];
    visits.push(figures);
    this.#visits.set(key, visits);
  }

  fail({id}: Contestant, count: number, error: unknown): void {
    this.failures.add(`${id} with ${count}: ${String(error).split('\n')[0]}`);
  }

  /** A figure of all rounds, less what an empty page costs; undefined where nothing was measured. */
  figure(id: string, count: number, name: FigureName): number | undefined {
    const value = this.#summary(id, count, name);
    if (value === undefined || !COST_OF_EMPTY_PAGE.includes(name)) return value;
    // An empty page has no more at its end than at its top.
    const emptyName = name === 'nodesAtEnd' ? 'nodes' : name;
    return Math.max(value - (this.#summary(EMPTY.id, 0, emptyName) ?? 0), 0);
  }

  #summary(id: string, count: number, name: FigureName): number | undefined {
    return summarize(this.#visits.get(`${id} ${count}`) ?? [])[name];
  }
}
