import type { Bench } from './bench.js';
import { unanswered, type Experiment, type Finding } from './experiment.js';
import { waitFor } from './line.js';

/** Whether an open transaction of one process leaves another process free to read a table that has nothing to do with it. */
async function leavesOthersFree(bench: Bench): Promise<boolean> {
  const [held, free] = [await bench.table(), await bench.table()];
  return bench.lines([bench.engine], async (holder) => {
    await holder.begin();
    await holder.table(held.name).insert({ id: '1', note: 'a', amount: 1 });
    const reading = Promise.resolve(free.rowsOfOther.select('id'));
    const { end } = await waitFor(bench.other, reading, bench.patienceMs);
    await holder.rollback();
    await reading.catch(() => undefined);
    return end === 'done';
  });
}

/** Per bench, found out once: it may take the whole patience. */
const known = new WeakMap<Bench, Promise<boolean>>();

/**
 * An experiment in which one process works while a transaction of another is open. Where such a thing holds up everything (a proxy or a stand-in
 * that lets whole transactions queue), a wait tells nothing about locks and would never end.
 */
export const takingTwo = (experiment: Experiment): Experiment => ({
  ...experiment,
  async run(bench: Bench): Promise<Finding> {
    const free = known.get(bench) ?? leavesOthersFree(bench);
    known.set(bench, free);
    if (await free) return experiment.run(bench);
    return unanswered('没有做：甲的事务未结束时，乙连无关的另一张表也读不到', '服务器或中间代理让整个事务排队，锁与隔离无从试起；请查明原因后再做一次');
  },
});
