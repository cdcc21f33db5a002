import {EMPTY, type Contestant} from './contestants.js';
import {summarize, type FigureName, type Figures} from './figures.js';

/** The costs of an empty page with the probe, which are not those of a gallery. */
const COST_OF_EMPTY_PAGE: readonly FigureName[] = ['scriptMs', 'nodes', 'nodesAtEnd'];

/** All figures of a run. */
export class Results {
  /** The measurements that failed, with the reason. */
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

  /** A figure over all rounds, without the costs of an empty page; undefined if it was not measured. */
  figure(id: string, count: number, name: FigureName): number | undefined {
    const value = this.#summary(id, count, name);
    if (value === undefined || !COST_OF_EMPTY_PAGE.includes(name)) return value;
    // The end of an empty page is its top.
    const emptyName = name === 'nodesAtEnd' ? 'nodes' : name;
    return Math.max(value - (this.#summary(EMPTY.id, 0, emptyName) ?? 0), 0);
  }

  #summary(id: string, count: number, name: FigureName): number | undefined {
    return summarize(this.#visits.get(`${id} ${count}`) ?? [])[name];
  }
}
