/** At most so many planned faults wait at one time. */
export const maximumPlannedFaults = 500;

/** One planned misbehaviour. `target` is what it hits: a method name of the protocol, or `notify`. */
export interface PlannedFault {
  readonly target: string;
  readonly fault: string;
  /** How often it still strikes. */
  readonly times: number;
  /** Further settings of the fault, for example `{ amount: '0.01' }`. */
  readonly settings: Readonly<Record<string, unknown>>;
}

/** Faults ordered by a test. Each strikes the next calls of its target, in the order they were planned. */
export class FaultQueue {
  #planned: PlannedFault[] = [];

  plan(fault: PlannedFault): void {
    if (!Number.isSafeInteger(fault.times) || fault.times < 1 || fault.times > 1_000_000) throw new RangeError('times must be 1 to 1000000');
    if (this.#planned.length >= maximumPlannedFaults) throw new RangeError('too many planned faults');
    this.#planned.push(fault);
  }

  /** The next fault for the target among those named, used up once; undefined when none waits. */
  take(target: string, among: readonly string[]): PlannedFault | undefined {
    const index = this.#planned.findIndex((fault) => fault.target === target && among.includes(fault.fault));
    const found = this.#planned[index];
    if (found === undefined) return undefined;
    if (found.times === 1) this.#planned.splice(index, 1);
    else this.#planned[index] = { ...found, times: found.times - 1 };
    return found;
  }

  list(): readonly PlannedFault[] {
    return [...this.#planned];
  }

  clear(): void {
    this.#planned = [];
  }
}
