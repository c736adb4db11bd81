import type { MetricsPart } from '../../adapters/outbound/system/merged-metrics.js';
import type { Ending } from '../platform.js';
import type { Begin, FromMember, Question, QuestionName, Questions, ToMember } from './messages.js';

/** A process as it is started; node:cluster's in the product, a played one in tests. */
export interface MemberProcess {
  readonly pid: number;
  send(message: ToMember): void;
  kill(): void;
  onMessage(listener: (message: FromMember) => void): void;
  /** `how`: exit code or signal. */
  onExit(listener: (how: string) => void): void;
}

const answerWithinMs = 5_000;

/** The primary's side of one member. */
export class MemberLink {
  readonly pid: number;
  /** Resolves when it serves; rejects when it ends before. */
  readonly ready: Promise<{ readonly credentialsFile: string | undefined }>;
  /** How it ended. */
  readonly ended: Promise<string>;
  readonly #process: MemberProcess;
  readonly #waiting = new Map<number, (message: Extract<FromMember, { kind: 'answer' }>) => void>();
  #state: 'starting' | 'ready' | 'leaving' | 'ended' = 'starting';
  #asked = false;
  #lastId = 0;
  #metrics: MetricsPart = [];

  constructor(process: MemberProcess, begin: () => Begin) {
    this.#process = process;
    this.pid = process.pid;
    this.ended = new Promise((resolve) => {
      process.onExit((how) => {
        this.#state = 'ended';
        for (const answer of this.#waiting.values()) answer({ kind: 'answer', id: 0, fault: 'the process ended' });
        resolve(how);
      });
    });
    this.ready = new Promise((resolve, reject) => {
      process.onMessage((message) => {
        if (message.kind === 'hello') process.send({ kind: 'begin', begin: begin() });
        else if (message.kind === 'farewell') this.#metrics = message.metrics;
        else if (message.kind === 'answer') this.#waiting.get(message.id)?.(message);
        else {
          if (this.#state === 'starting') this.#state = 'ready';
          resolve({ credentialsFile: message.credentialsFile });
        }
      });
      void this.ended.then((how) => { reject(new Error(`process ${this.pid} ended with ${how} before it served`)); });
    });
    // Whoever starts a member awaits `ready`; one that dies unawaited is told by `ended`.
    this.ready.catch(() => undefined);
  }

  get isServing(): boolean { return this.#state === 'ready'; }
  /** Counted as a part of the crew: not asked to leave, and alive. */
  get isStaying(): boolean { return this.#state === 'ready' || this.#state === 'starting'; }
  /** Its end was asked for; still true after it. */
  get wasAsked(): boolean { return this.#asked; }
  /** Its measurements as last heard of. */
  get lastMetrics(): MetricsPart { return this.#metrics; }

  /** Asks a member that serves. Rejects when it does not answer in time. */
  async ask<Name extends QuestionName>(name: Name, asked: Questions[Name]['asked']): Promise<Questions[Name]['answer']> {
    const id = ++this.#lastId;
    let timer: NodeJS.Timeout | undefined;
    try {
      const value = await new Promise((resolve, reject) => {
        timer = setTimeout(() => { reject(new Error(`process ${this.pid} did not answer`)); }, answerWithinMs);
        this.#waiting.set(id, (message) => { if (message.fault === undefined) resolve(message.value); else reject(new Error(message.fault)); });
        this.#process.send({ kind: 'ask', id, name, asked } as Question);
      });
      if (name === 'metrics') this.#metrics = value as MetricsPart;
      return value as Questions[Name]['answer'];
    } finally {
      clearTimeout(timer);
      this.#waiting.delete(id);
    }
  }

  /** Asks it to end in good order, and ends it after `mostMs`. How it ended. */
  async leave(ending: Ending, mostMs: number): Promise<string> {
    if (this.#state === 'ended') return this.ended;
    this.#state = 'leaving';
    this.#asked = true;
    this.#process.send({ kind: 'stop', ending });
    const timer = setTimeout(() => { this.#process.kill(); }, mostMs);
    const how = await this.ended;
    clearTimeout(timer);
    return how;
  }

  kill(): void { this.#process.kill(); }
}
