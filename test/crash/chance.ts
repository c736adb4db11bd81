import { seededRandom } from '../../adapters/simulators/shared/seeded-chaos.js';

/** Every decision of a run comes from its seed; each part draws from its own row, so that one part's timing does not shift another's. */
export class Chance {
  readonly #draw: () => number;
  readonly #seed: number;

  constructor(seed: number) {
    this.#seed = seed;
    this.#draw = seededRandom(seed);
  }

  /** A row of its own for the part called `name`. */
  part(name: string): Chance {
    const mixed = [...name].reduce((sum, letter) => Math.imul(sum ^ letter.charCodeAt(0), 0x01000193), this.#seed ^ 0x811c9dc5);
    return new Chance(mixed >>> 0);
  }

  happens(probability: number): boolean {
    return this.#draw() < probability;
  }

  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.#draw() * (most - least + 1));
  }

  pick<T>(list: readonly T[]): T {
    const chosen = list[this.between(0, list.length - 1)];
    if (chosen === undefined) throw new RangeError('nothing to pick from');
    return chosen;
  }

  shuffled<T>(list: readonly T[]): readonly T[] {
    return list.map((item) => ({ item, at: this.#draw() })).sort((a, b) => a.at - b.at).map(({ item }) => item);
  }
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms); });
