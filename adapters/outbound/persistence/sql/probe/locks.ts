import { lockTimeoutMs } from '../server-address.js';
import { attention, blocks, copes, mustBe, notApplicable, unanswered, type Experiment, type Finding } from './experiment.js';
import { wordsOf } from './families.js';
import { refusal, refusalOf, waitFor, type Line, type Waited } from './line.js';
import { takingTwo } from './two-processes.js';
import type { Bench, ScratchTable } from './bench.js';

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} 秒`;
const oneWriter = notApplicable('整个文件同一时刻只有一个写事务', '没有行锁，也不需要');
const touch = (line: Line, table: ScratchTable, id: string, note = 'b'): PromiseLike<unknown> => line.table(table.name).where({ id }).update({ note });
const told = ({ waitedMs, end }: Waited): string => (end === 'waiting' ? `${seconds(waitedMs)}后仍在等` : `${seconds(waitedMs)}后${end === 'done' ? '成功' : `被拒绝（${end.words}）`}`);

/** A holds a row by `hold`; what B wants of it, while A holds it. B is let go in any case. */
async function wanted(bench: Bench, table: ScratchTable, want: (line: Line) => PromiseLike<unknown>): Promise<Waited> {
  return bench.lines([bench.engine, bench.other], async (holder, other) => {
    await holder.begin();
    await holder.table(table.name).select('id').where({ id: '1' }).forUpdate();
    await other.begin();
    const statement = Promise.resolve(want(other));
    const waited = await waitFor(bench.other, statement, bench.patienceMs);
    await holder.rollback();
    await statement.catch(() => undefined);
    return waited;
  });
}

const held: Experiment = {
  topic: '等锁', asks: '甲 SELECT … FOR UPDATE 锁住一行，乙去改它',
  async run(bench) {
    const table = await bench.table();
    await table.add('1');
    if (!bench.engine.locksRows) return fileHeld(bench, table);
    const waited = await wanted(bench, table, (line) => touch(line, table, '1'));
    const { end } = waited;
    if (end === 'done') return blocks(`乙不等待：${told(waited)}`, 'FOR UPDATE 没有锁住行');
    if (end === 'waiting') return blocks(`乙 ${told(waited)}`, `等锁没有期限；请把锁等待期限设为 ${lockTimeoutMs / 1000} 秒左右`);
    if (end.kind === 'LOCK_TIMEOUT') return copes(`乙 ${told(waited)}`, '程序自动重做');
    return end.kind === 'CONNECTION_LOST'
      ? attention(`乙 ${told(waited)}`, `服务器没有更短的等锁期限，由驱动放弃连接；程序自动重做，但宜把锁等待期限设为 ${lockTimeoutMs / 1000} 秒左右`)
      : blocks(`乙 ${told(waited)}`, '程序认不出等锁超时，不会重做；请把本报告交给产品维护者');
  },
};

/** SQLite: the second writer waits for the first. */
async function fileHeld(bench: Bench, table: ScratchTable): Promise<Finding> {
  return bench.lines([bench.engine, bench.other], async (holder, other) => {
    await holder.begin();
    await touch(holder, table, '1');
    const waited = await waitFor(bench.other, other.begin(), bench.patienceMs);
    return mustBe(typeof waited.end === 'object' && waited.end.kind === 'LOCK_TIMEOUT', `另一进程开始写事务：${told(waited)}`, { so: '程序自动重做', otherwise: '写事务没有互相排斥，或程序认不出' });
  });
}

const skipping = (limited: boolean): Experiment => ({
  topic: limited ? 'SKIP LOCKED 加限行数' : 'SKIP LOCKED', asks: `甲锁住第一行，乙 SELECT …${limited ? ' 限一行' : ''} FOR UPDATE SKIP LOCKED`,
  async run(bench) {
    if (!bench.engine.locksRows) return oneWriter;
    const table = await bench.table();
    await table.add('1', '2', '3');
    const [id, limit] = [bench.engine.quote('id'), bench.engine.name === 'oracle' ? ' fetch first 1 rows only' : ' limit 1'];
    let ids = '';
    const waited = await wanted(bench, table, (line) => line.raw(`select ${id} from ${table.quoted} order by ${id}${limited ? limit : ''} for update skip locked`)
      .then((rows) => { ids = rows.map((row) => String(row['id'])).join('、'); }));
    const came = waited.end === 'done' ? `乙得到 ${ids || '零行'}，${seconds(waited.waitedMs)}` : `乙 ${told(waited)}`;
    return copes(came, '程序不用它：任务以租约加条件更新领取，每种数据库都一样');
  },
});

const deadlock: Experiment = {
  topic: '死锁', asks: '甲改第一行、乙改第二行，然后甲改第二行、乙改第一行',
  async run(bench) {
    if (!bench.engine.locksRows) return oneWriter;
    const table = await bench.table();
    await table.add('1', '2');
    const { ends, told: words } = await bench.lines([bench.engine, bench.other], async (first, second) => {
      await first.begin();
      await second.begin();
      await touch(first, table, '1');
      await touch(second, table, '2');
      const crossing = Promise.resolve(touch(first, table, '2', 'c'));
      const [one, two] = await Promise.all([waitFor(bench.engine, crossing, bench.patienceMs), waitFor(bench.other, touch(second, table, '1', 'c'), bench.patienceMs)]);
      // The victim goes first, so that the other one gets on.
      for (const [line, { end }] of [[first, one], [second, two]] as const) if (end !== 'done') await line.rollback();
      await crossing.catch(() => undefined);
      return { ends: [one.end, two.end], told: `甲 ${told(one)}；乙 ${told(two)}` };
    });
    const kinds = ends.map((end) => (typeof end === 'object' ? end.kind : end)).filter((end) => end !== 'done');
    if (kinds.length === 1 && kinds[0] === 'DEADLOCK') return copes(words, '一方作废，程序自动重做');
    if (kinds.length > 0 && kinds.every((kind) => kind === 'DEADLOCK' || kind === 'LOCK_TIMEOUT' || kind === 'SERIALIZATION')) return copes(words, '程序自动重做');
    return kinds.includes('CONNECTION_LOST') ? attention(words, '死锁要等驱动放弃连接才解开；程序自动重做') : blocks(words, '程序认不出死锁，不会重做；请把本报告交给产品维护者');
  },
};

const advisory: Experiment = {
  topic: '应用锁', asks: '取一个不属于任何行的锁（GET_LOCK、pg_advisory_lock 一类）',
  async run(bench) {
    const { advisoryLock } = wordsOf(bench.engine);
    if (advisoryLock === undefined) return notApplicable('没有，或不供普通账号使用', '程序不用它');
    const refused = await bench.lines([bench.engine], (line) => refusalOf(bench.engine, line.raw(advisoryLock)).finally(() => { bench.engine.discard(line.connection); }));
    return copes(refused ? `拒绝：${refused.told}` : '可以', '程序不用它，以租约行代替');
  },
};

/** What cannot be tried is no good news: whether a broken line is recognised must be seen before a platform is trusted to the server. */
const recoverAnother = '请换一个有权查询和结束会话的账号再做一次；做不到时，在联调时重启一次数据库，看平台是否自动恢复';
const lost: Experiment = {
  topic: '连接断开', asks: '由另一连接结束一个会话，在该会话上再执行语句，然后经连接池查询',
  async run(bench) {
    const { sessionId, endSession } = wordsOf(bench.engine);
    if (sessionId === undefined || endSession === undefined) return notApplicable('没有服务器', '数据库就在本进程中');
    const table = await bench.table();
    return bench.lines([bench.other], async (line) => {
      const id = await line.raw(sessionId).then(([row]) => String(row?.['v']), () => undefined);
      if (id === undefined) return unanswered('没有做：账号不能查询自己的会话号', recoverAnother);
      const ending = await bench.engine.writer.raw(endSession(id)).then(() => undefined, (error: unknown) => refusal(bench.engine, error));
      if (ending) return unanswered(`没有做：账号不能结束会话（${ending.words}）`, recoverAnother);
      const refused = await refusalOf(bench.other, line.table(table.name).select('id'));
      bench.other.discard(line.connection);
      const again = await refusalOf(bench.other, table.rowsOfOther.select('id'));
      const came = `${refused?.words ?? '语句仍然成功'}；随后经连接池查询：${again ? `失败（${again.words}）` : '成功'}`;
      return mustBe(refused?.kind === 'CONNECTION_LOST' && again === undefined, came, { so: '程序弃用该连接并重连，未提交的事务自动重做', otherwise: '程序认不出断线；请把本报告交给产品维护者' });
    });
  },
};

export const lockExperiments: readonly Experiment[] = [...[held, skipping(false), skipping(true), deadlock].map(takingTwo), advisory, lost];
