import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { EpochMs } from '../../../domain/kernel/china-time.js';
import type { Clock } from '../../../application/ports/clock.js';
import type { Journal } from '../../../application/ports/journal.js';
import type { NodeNumber, NodeNumbers, ProcessCard, ProcessRole } from '../../../application/ports/node-numbers.js';
import { chooseNode, isHeld, servesCallers, type NodeChoice, type NodeView } from './node-choice.js';
import { NodeNumberTaken, takenSentence } from './node-number-taken.js';
import type { NumberMaker } from './number-maker.js';

export interface NodeLeaseTimes {
  /** How often a process shows that it lives and reserves further milliseconds. */
  readonly renewMs: number;
  /** A process that was not heard of for so long counts as gone. */
  readonly leaseMs: number;
  /** How far ahead of the clock milliseconds are reserved; longer than a renewal that failed once or twice. */
  readonly aheadMs: number;
}
export const nodeLeaseTimes: NodeLeaseTimes = { renewMs: 2_500, leaseMs: 20_000, aheadMs: 10_000 };

/** How often a starting process tries when others were faster, and looks at a fixed number whose holder may be gone. */
const mostTries = 50;
const lookMs = 500;
/** A maker that runs short asks with every number; the store is asked this often at most. */
const shortGapMs = 50;

export interface NodeLeaseParts {
  readonly numbers: NodeNumbers;
  readonly maker: NumberMaker;
  /** The clock inside numbers. Leases go by `wallNow`: the stepped clock of an embedded installation would end them all at once. */
  readonly clock: Pick<Clock, 'now'>;
  readonly wallNow: () => number;
  readonly self: ProcessCard;
  readonly fixed: number | undefined;
  readonly hasEnded: NodeView['hasEnded'];
  readonly journal: Journal;
  readonly times?: NodeLeaseTimes;
}

/**
 * This process' hold on a node number. Uniqueness does not hang on the lease but on the reserved milliseconds: they are raised in the row by
 * compare-and-set before they are used, so two processes that both believe in the same number still never use the same millisecond of it
 * (docs/decisions/0018). The lease only keeps them from wanting the same, and tells who lives.
 */
export class NodeLease {
  readonly #parts: NodeLeaseParts;
  readonly #times: NodeLeaseTimes;
  #mine: NodeNumber | undefined;
  #from = 0;
  #living: readonly NodeNumber[] = [];
  #timer: NodeJS.Timeout | undefined;
  #renewing: Promise<void> | undefined;
  #shortAt = -Infinity;
  #ended = false;
  #whenLost: (sentence: string) => void = () => undefined;

  constructor(parts: NodeLeaseParts) {
    this.#parts = parts;
    this.#times = parts.times ?? nodeLeaseTimes;
  }

  /** Takes a number and goes on renewing it. Throws NodeNumberTaken when the fixed number is another living process'. */
  async start(): Promise<void> {
    if (this.#parts.fixed === undefined) await this.#takeAny();
    else await this.#takeFixed(this.#parts.fixed);
    this.#parts.maker.onShort(() => this.#runsShort());
    this.#timer = setInterval(() => { void this.renew(); }, this.#times.renewMs);
    this.#timer.unref();
  }

  get nodeNo(): number | undefined { return this.#mine?.nodeNo; }

  /** Called when a fixed number went to another process: this one must end. The sentence says why. */
  onLost(listener: (sentence: string) => void): void { this.#whenLost = listener; }

  /** Reserves further milliseconds and shows that this process lives; joins a renewal under way. Faults are logged, not thrown. */
  renew(): Promise<void> {
    if (this.#ended) return Promise.resolve();
    this.#renewing ??= this.#renew()
      .catch((error: unknown) => { this.#parts.journal.fault('node-number', error); })
      .finally(() => { this.#renewing = undefined; });
    return this.#renewing;
  }

  /** All processes that count as alive, this one included, as of the last renewal. */
  living(): readonly ProcessCard[] { return this.#living.map((row) => row.process); }

  /** How many other processes answer callers: limits per caller are shared with so many. */
  others(): number {
    return this.#living.filter((row) => row.holding !== this.#mine?.holding && servesCallers(row.process.role)).length;
  }

  /** Gives the number back with what was really used. No number may be made afterwards. */
  async end(): Promise<void> {
    this.#ended = true;
    clearInterval(this.#timer);
    await this.#renewing;
    const { numbers, maker, journal } = this.#parts;
    maker.end();
    const mine = (await numbers.all().catch(() => [])).find((row) => row.nodeNo === this.#mine?.nodeNo && row.holding === this.#mine.holding);
    if (!mine) return;
    const usedUntil = Math.max(maker.lastMs, this.#from - 1);
    await numbers.replace(mine, { ...mine, usedUntil, holding: undefined, seenAt: this.#parts.wallNow() })
      .catch((error: unknown) => { journal.fault('node-number', error); });
  }

  async #renew(): Promise<void> {
    for (let tries = 0; tries < mostTries && !this.#ended; tries++) {
      const rows = await this.#parts.numbers.all();
      const mine = rows.find((row) => row.nodeNo === this.#mine?.nodeNo);
      if (mine?.holding === undefined || mine.holding !== this.#mine?.holding) return this.#lost();
      const after = this.#movedOn(mine, Math.max(this.#parts.clock.now(), this.#parts.maker.lastMs));
      if (await this.#parts.numbers.replace(mine, after)) {
        this.#adopt(after, this.#from);
        return this.#note(rows);
      }
    }
  }

  async #lost(): Promise<void> {
    const { fixed, journal } = this.#parts;
    const nodeNo = this.#mine?.nodeNo ?? -1;
    if (fixed === undefined) {
      journal.warn('node-number-lost', { nodeNo });
      return this.#takeAny();
    }
    journal.alarm('node-number-taken', { nodeNo });
    this.#ended = true;
    this.#whenLost(`the node number ${nodeNo} of this process was taken over by another one after this one had not been heard of for ${this.#times.leaseMs} ms; `
      + 'two processes are configured with the same nodeNumber, or this machine was stopped for a while');
  }

  async #takeAny(): Promise<void> {
    for (let tries = 0; tries < mostTries; tries++) {
      const rows = await this.#parts.numbers.all();
      const choice = chooseNode(rows, this.#view(), Math.random());
      if (!choice) throw new NodeNumberTaken('all node numbers are held by other processes; end processes that are not needed');
      if (await this.#take(choice)) return this.#note(rows);
    }
    throw new Error('other processes took every node number this one wanted');
  }

  /** A fixed number whose holder does not show up during a whole lease is free: whatever clocks say, a living holder changes its row. */
  async #takeFixed(nodeNo: number): Promise<void> {
    const find = async (): Promise<NodeNumber | undefined> => (await this.#parts.numbers.all()).find((one) => one.nodeNo === nodeNo);
    const first = await find();
    const began = performance.now();
    for (;;) {
      const row = await find();
      const isSilent = performance.now() - began >= this.#times.leaseMs || !row || !isHeld(row, this.#view());
      if (isSilent && await this.#take({ nodeNo, row })) return this.#note(await this.#parts.numbers.all());
      if (row && row.version !== first?.version) throw new NodeNumberTaken(takenSentence(nodeNo, row));
      await pause(Math.min(lookMs, this.#times.renewMs));
    }
  }

  async #take({ nodeNo, row }: NodeChoice): Promise<boolean> {
    const { clock, self, numbers } = this.#parts;
    const before: NodeNumber = row ?? { nodeNo, usedUntil: -1, holding: undefined, leaseUntil: 0, seenAt: 0, process: self, version: 0 };
    const taken = { ...before, process: self, holding: randomBytes(16).toString('hex') };
    const after = this.#movedOn(taken, Math.max(clock.now(), before.usedUntil));
    if (!await numbers.replace(row, after)) return false;
    this.#adopt(after, before.usedUntil + 1);
    return true;
  }

  /** The row with milliseconds reserved beyond `from`, and its lease renewed. */
  #movedOn(row: NodeNumber, from: EpochMs): NodeNumber {
    const wallNow = this.#parts.wallNow();
    return { ...row, usedUntil: Math.max(row.usedUntil, from + this.#times.aheadMs), leaseUntil: wallNow + this.#times.leaseMs, seenAt: wallNow };
  }

  #adopt(row: NodeNumber, from: number): void {
    this.#mine = row;
    this.#from = from;
    this.#parts.maker.adopt({ nodeNo: row.nodeNo, from, until: row.usedUntil });
  }

  #note(rows: readonly NodeNumber[]): void {
    const before = this.#living.length;
    const others = rows.filter((row) => row.nodeNo !== this.#mine?.nodeNo && isHeld(row, this.#view()));
    this.#living = this.#mine ? [...others, this.#mine] : others;
    if (this.#living.length === before) return;
    const count = (role: ProcessRole): number => this.#living.filter((row) => row.process.role === role).length;
    this.#parts.journal.info('processes', { nodeNo: this.#mine?.nodeNo, living: this.#living.length, all: count('all'), web: count('web'), worker: count('worker'), command: count('command') });
  }

  #runsShort(): void {
    const now = performance.now();
    if (now - this.#shortAt < shortGapMs) return;
    this.#shortAt = now;
    void this.renew();
  }

  #view(): NodeView {
    const { clock, wallNow, hasEnded } = this.#parts;
    return { now: clock.now(), wallNow: wallNow(), hasEnded };
  }
}
