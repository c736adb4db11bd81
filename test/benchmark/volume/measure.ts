import type { SqlEngine } from '../../../adapters/outbound/persistence/sql/engine.js';
import { latenciesOf, type Latencies } from '../statistics.js';
import { Heard, shapeOf, type HeardStatement } from './heard.js';
import { operations, type Operation, type Sample } from './operations.js';
import { planOf, type Plan } from './plans.js';
import { samplesOf, type Age } from './samples.js';
import { endAt } from './shares.js';
import type { VolumeStore } from './store.js';

/** One statement of one operation: how it is answered, and how long that takes by the age of what is asked about. */
export interface StatementFigures {
  readonly operation: string; readonly statement: string; readonly plan: Plan | undefined;
  /** The first time with some values, and again at once with the same. */
  readonly first: Readonly<Partial<Record<Age, Latencies>>>; readonly again: Latencies | undefined;
  readonly count: number;
}

const sampleCount = 100;
const alikeCount = 30;
/** No operation is asked for longer, so that a slow one does not hold up the rest. */
const mostMs = 20_000;

/** Asks every operation with many orders and hears what it sends. `only`: operations whose name contains it. */
export async function measureStatements(engine: SqlEngine, { store }: VolumeStore, say: (words: string) => void, only = ''): Promise<readonly StatementFigures[]> {
  const heard = new Heard(engine);
  const samples = { recent: await samplesOf(engine, 'recent', sampleCount), old: await samplesOf(engine, 'old', sampleCount) };
  heard.taken();
  const figures: StatementFigures[] = [];
  for (const operation of operations.filter(({ name }) => name.includes(only))) {
    const notes = new Notes();
    for (const age of operation.alike ? ['recent'] as const : ['recent', 'old'] as const) {
      const began = performance.now();
      for (const sample of samples[age].slice(0, operation.alike ? alikeCount : sampleCount)) {
        await ask(operation, sample, { store, engine, heard }, (statements) => { notes.add(statements, age); });
        if (!operation.once) await ask(operation, sample, { store, engine, heard }, (statements) => { notes.add(statements, 'again'); });
        if (performance.now() - began > mostMs) break;
      }
    }
    for (const [shape, note] of notes.all) figures.push({ operation: operation.name, statement: shape, plan: await planOf(engine, note.last), ...note.figures() });
    heard.taken();
    say(`${operation.name}: ${figures.filter((one) => one.operation === operation.name).map(({ plan, first, statement }) => `${statement.slice(0, 60)} | ${plan?.steps.join('; ') ?? '-'} | ${plan?.rowsRead ?? '-'} rows | ${first.recent?.p50.toFixed(1) ?? ''} / ${first.old?.p50.toFixed(1) ?? ''} ms`).join('\n    ')}`);
  }
  return figures;
}

interface Asked { readonly store: VolumeStore['store']; readonly engine: SqlEngine; readonly heard: Heard }

async function ask(operation: Operation, sample: Sample, { store, engine, heard }: Asked, note: (statements: readonly HeardStatement[]) => void): Promise<void> {
  await operation.run(store, sample, endAt, engine);
  note(heard.taken());
}

class Notes {
  readonly all = new Map<string, Note>();
  add(statements: readonly HeardStatement[], place: Age | 'again'): void {
    for (const statement of statements) {
      const shape = shapeOf(statement.sql);
      const note = this.all.get(shape) ?? new Note(statement);
      this.all.set(shape, note);
      note.last = statement;
      note.ms[place].push(statement.ms);
    }
  }
}

class Note {
  last: HeardStatement;
  readonly ms: Record<Age | 'again', number[]> = { recent: [], old: [], again: [] };
  constructor(first: HeardStatement) { this.last = first; }

  figures(): Pick<StatementFigures, 'first' | 'again' | 'count'> {
    const { recent, old, again } = this.ms;
    return {
      first: { ...(recent.length > 0 ? { recent: latenciesOf(recent) } : {}), ...(old.length > 0 ? { old: latenciesOf(old) } : {}) },
      again: again.length > 0 ? latenciesOf(again) : undefined, count: recent.length + old.length,
    };
  }
}
