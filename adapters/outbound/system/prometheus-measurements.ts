import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { MetricsPart } from './merged-metrics.js';
import { processRoles } from '../../../application/ports/node-numbers.js';
import type { CounterName, Measurements, TimerName } from '../../../application/ports/measurements.js';

const counters: Readonly<Record<CounterName, readonly string[]>> = {
  gateway_requests: ['method', 'code'], channel_reports: ['channel', 'kind', 'source'], callback_tries: ['accepted'], personal_bill_tries: ['accepted'], jobs_run: ['topic', 'outcome'],
  security_events: ['event', 'why'], money_events: ['event'], text_sendings: ['template', 'outcome'],
};
const timers: Readonly<Record<TimerName, readonly string[]>> = {
  gateway_ms: ['method'], channel_call_ms: ['channel', 'call'], job_ms: ['topic'], callback_ms: ['accepted'], personal_bill_ms: ['accepted'], cashier_ms: ['route'],
};
const bucketsMs = [1, 2, 5, 10, 25, 50, 100, 250, 500, 1000, 2000, 3000, 5000, 10_000];

/** Counters and histograms in the Prometheus text form, prefix `tongjiao_`. */
export class PrometheusMeasurements implements Measurements {
  readonly #registry = new Registry();
  readonly #counters: ReadonlyMap<string, Counter>;
  readonly #timers: ReadonlyMap<string, Histogram>;

  readonly #jobs: Gauge;
  readonly #processes: Gauge;

  constructor() {
    const registers = [this.#registry];
    this.#counters = new Map(Object.entries(counters).map(([name, labelNames]) =>
      [name, new Counter({ name: `tongjiao_${name}_total`, help: name.replaceAll('_', ' '), labelNames: [...labelNames], registers })]));
    this.#timers = new Map(Object.entries(timers).map(([name, labelNames]) =>
      [name, new Histogram({ name: `tongjiao_${name}`, help: name.replaceAll('_', ' '), labelNames: [...labelNames], buckets: bucketsMs, registers })]));
    this.#jobs = new Gauge({ name: 'tongjiao_jobs', help: 'jobs in the outbox that are not done', labelNames: ['topic', 'state'], registers, aggregator: 'max' });
    this.#processes = new Gauge({ name: 'tongjiao_processes', help: 'processes of the installation that live', labelNames: ['role'], registers, aggregator: 'max' });
    collectDefaultMetrics({ register: this.#registry, prefix: 'tongjiao_' });
  }

  count(name: CounterName, labels: Readonly<Record<string, string>>): void {
    this.#counters.get(name)?.inc({ ...labels });
  }

  time(name: TimerName, ms: number, labels: Readonly<Record<string, string>>): void {
    this.#timers.get(name)?.observe({ ...labels }, ms);
  }

  /** What waits or was given up in the outbox, as counted just now. */
  setJobs(counts: readonly { readonly topic: string; readonly state: string; readonly count: number }[]): void {
    this.#jobs.reset();
    for (const { topic, state, count } of counts) this.#jobs.set({ topic, state: state.toLowerCase() }, count);
  }

  /** Which processes live, as last read from the database. */
  setProcesses(living: readonly { readonly role: string }[]): void {
    for (const role of processRoles) this.#processes.set({ role }, 0);
    for (const { role } of living) this.#processes.inc({ role });
  }

  /** Everything measured by this process, to be merged with others. */
  async part(): Promise<MetricsPart> { return this.#registry.getMetricsAsJSON(); }

  /** The exposition text and its content type. */
  async text(): Promise<{ readonly contentType: string; readonly body: string }> {
    return { contentType: this.#registry.contentType, body: await this.#registry.metrics() };
  }
}
