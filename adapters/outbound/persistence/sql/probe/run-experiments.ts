import type { SqlEngine } from '../engine.js';
import { Bench } from './bench.js';
import { unanswered, type Experiment, type Finding, type Group } from './experiment.js';
import { refusal } from './line.js';
import { lockExperiments } from './locks.js';
import { nameExperiments } from './names.js';
import { numberExperiments } from './numbers.js';
import { textExperiments } from './texts.js';
import { transactionExperiments } from './transactions.js';

/** Every row of the difference table (databases.md 5), by experiment. */
export const allGroups: readonly Group[] = [
  { title: '建表与语法', experiments: nameExperiments },
  { title: '文字', experiments: textExperiments },
  { title: '数值与行', experiments: numberExperiments },
  { title: '事务', experiments: transactionExperiments },
  { title: '锁与连接', experiments: lockExperiments },
];

export interface Answer { readonly group: string; readonly topic: string; readonly asks: string; readonly finding: Finding }
export interface Answers {
  readonly answers: readonly Answer[];
  /** Scratch tables that could not be dropped. */
  readonly left: readonly string[];
}

export interface ExperimentOptions {
  /** Longest wait for a statement that another transaction holds up, ms. Longer than any driver of ours waits for an answer. */
  readonly patienceMs?: number;
  /** Stops after the experiment that is under way. */
  readonly signal?: AbortSignal;
}

const defaultPatienceMs = 40_000;

/** Tries everything out on the database of two engines, the second as another process, and drops all scratch tables again, also after a failure. */
export async function runExperiments(engine: SqlEngine, other: SqlEngine, { patienceMs = defaultPatienceMs, signal }: ExperimentOptions = {}): Promise<Answers> {
  const bench = new Bench(engine, other, patienceMs);
  const answers: Answer[] = [];
  let left: readonly string[] = [];
  try {
    for (const { title, experiments } of allGroups) {
      for (const experiment of experiments) {
        if (signal?.aborted) break;
        answers.push({ group: title, topic: experiment.topic, asks: experiment.asks, finding: await tried(experiment, bench) });
      }
    }
  } finally {
    left = await bench.cleanUp();
  }
  return { answers, left };
}

/** An experiment that breaks off is an answer too: that there is none. */
async function tried(experiment: Experiment, bench: Bench): Promise<Finding> {
  try {
    return await experiment.run(bench);
  } catch (error) {
    return unanswered(refusal(bench.engine, error).words, '实验没有做完，不能下结论');
  }
}
