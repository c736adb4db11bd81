import { setTimeout as pause } from 'node:timers/promises';
import { keptOfEnded, type MetricsPart } from '../../adapters/outbound/system/merged-metrics.js';
import type { Journal } from '../../application/ports/journal.js';
import { ConfigError } from '../config.js';
import { MemberLink, type MemberProcess } from './member-link.js';
import type { Begin } from './messages.js';

export interface CrewTimes {
  /** How long a process may take until it serves. */
  readonly readyMs: number;
  /** Longest orderly end of a process. */
  readonly leaveMs: number;
  /** Wait before the first restart; doubles with each process that ends too soon. */
  readonly firstPauseMs: number;
  readonly mostPauseMs: number;
  /** A process that served so long did not end too soon. */
  readonly calmMs: number;
}
export const crewTimes: CrewTimes = { readyMs: 60_000, leaveMs: 60_000, firstPauseMs: 100, mostPauseMs: 10_000, calmMs: 30_000 };

/** When nobody serves and so many processes in a row ended before they did, the crew gives up. */
const mostFailures = 5;

export interface CrewParts {
  readonly size: number;
  readonly fork: () => MemberProcess;
  readonly clockOffsetMs: () => number;
  /** Whether the first process makes the demo city. */
  readonly provisions: boolean;
  readonly journal: Journal;
  /** Called once, when no process can be started any more. */
  readonly giveUp: (sentence: string) => void;
  readonly times?: Partial<CrewTimes>;
}

/** The processes behind one public port: restarts what falls over, replaces one after the other when asked to. */
export class Crew {
  readonly #parts: CrewParts;
  readonly #times: CrewTimes;
  readonly #members = new Set<MemberLink>();
  #phase: 'starting' | 'running' | 'stopping' = 'starting';
  #failures = 0;
  #kept: MetricsPart = [];
  #rolling: Promise<void> | undefined;
  #rollAgain = false;

  constructor(parts: CrewParts) {
    this.#parts = parts;
    this.#times = { ...crewTimes, ...parts.times };
  }

  /**
   * The first process alone (it brings the schema up to date and may make keys), then the others together. Throws when the first
   * does not come up: what is wrong with it is wrong with all. One of the others that does not (the database was away just then) is tried again.
   */
  async start(): Promise<{ readonly credentialsFile: string | undefined }> {
    const first = await this.#spawn(this.#parts.provisions).ready.catch((error: unknown) => {
      throw new ConfigError(`the platform does not start: ${wordsOf(error)}; what it said stands above`);
    });
    const others = await Promise.allSettled(Array.from({ length: this.#parts.size - 1 }, () => this.#spawn().ready));
    for (const other of others) if (other.status === 'rejected') this.#parts.journal.alarm('process-not-started', { why: wordsOf(other.reason) });
    this.#phase = 'running';
    for (let missing = this.#parts.size - this.#staying.length; missing > 0; missing--) void this.#replace();
    return first;
  }

  get serving(): readonly MemberLink[] { return [...this.#members].filter((member) => member.isServing); }

  /** What processes that ended have counted. */
  get keptMetrics(): MetricsPart { return this.#kept; }

  /** Replaces every process by a new one, one after the other: the new one serves before the old one is asked to leave. A further call while it goes on starts another round after it. */
  roll(): Promise<void> {
    if (this.#phase !== 'running') return Promise.resolve();
    if (this.#rolling) this.#rollAgain = true;
    this.#rolling ??= this.#rollAll().finally(() => { this.#rolling = undefined; });
    return this.#rolling;
  }

  /** Ends all processes in good order, together. */
  async stop(): Promise<void> {
    this.#phase = 'stopping';
    await Promise.all([...this.#members].map((member) => member.leave('host', this.#times.leaveMs)));
  }

  get #staying(): readonly MemberLink[] { return [...this.#members].filter((member) => member.isStaying); }

  async #rollAll(): Promise<void> {
    do {
      this.#rollAgain = false;
      const { journal } = this.#parts;
      const before = this.#staying;
      journal.info('rolling-restart', { processes: before.length });
      for (const old of before) if (this.#phase === 'running' && old.isStaying && !await this.#exchange(old)) return;
      journal.info('rolling-restart-done');
    } while (this.#rollAgain);
  }

  /** False when the new process does not serve: the old ones stay. */
  async #exchange(old: MemberLink): Promise<boolean> {
    try {
      await this.#spawn().ready;
    } catch (error) {
      if (this.#phase === 'running') this.#parts.journal.alarm('rolling-restart-stopped', { why: wordsOf(error) });
      return false;
    }
    const how = await old.leave('process', this.#times.leaveMs);
    if (how !== 'exit 0') this.#parts.journal.warn('process-left-badly', { process: old.pid, how });
    return true;
  }

  #spawn(provisions = false): MemberLink {
    const member = new MemberLink(this.#parts.fork(), (): Begin => ({ clockOffsetMs: this.#parts.clockOffsetMs(), provisions }));
    this.#members.add(member);
    const bornAt = performance.now();
    const tooLong = setTimeout(() => { if (!member.isServing) member.kill(); }, this.#times.readyMs);
    tooLong.unref();
    void member.ended.then(async (how) => {
      clearTimeout(tooLong);
      this.#members.delete(member);
      this.#kept = await keptOfEnded([this.#kept, member.lastMetrics]);
      if (!member.wasAsked) this.#fell(how, member.pid, performance.now() - bornAt);
    });
    return member;
  }

  #fell(how: string, pid: number, livedMs: number): void {
    if (this.#phase !== 'running') return;
    this.#failures = livedMs < this.#times.calmMs ? this.#failures + 1 : 0;
    this.#parts.journal.alarm('process-ended', { process: pid, how, inARow: this.#failures });
    if (this.#failures >= mostFailures && this.serving.length === 0) {
      this.#phase = 'stopping';
      this.#parts.giveUp(`${this.#failures} processes in a row ended soon after their start, and none is left (last: ${how}); the platform ends, what they said stands above`);
      return;
    }
    void this.#replace();
  }

  async #replace(): Promise<void> {
    await pause(Math.min(this.#times.firstPauseMs * 2 ** this.#failures, this.#times.mostPauseMs));
    if (this.#phase === 'running' && this.#staying.length < this.#parts.size) this.#spawn();
  }
}

const wordsOf = (error: unknown): string => error instanceof Error ? error.message : 'unknown';
