import { CommitRefused } from '../engine.js';
import { attention, blocks, copes, mustBe, notApplicable, type Experiment } from './experiment.js';
import { wordsOf } from './families.js';
import { refusal, refusalOf, rowsOf } from './line.js';
import { takingTwo } from './two-processes.js';

const row = (id: string) => ({ id, note: 'a', amount: 1 });

const begins: Experiment = {
  topic: '事务的开始与回滚', asks: '事务中写一行，由另一进程查看；回滚后再看，提交后再看',
  async run(bench) {
    const table = await bench.table();
    const seen = async (): Promise<number> => rowsOf(await table.rowsOfOther.select('id')).length;
    const told = await bench.lines([bench.engine], async (line) => {
      await line.begin();
      await line.table(table.name).insert(row('1'));
      const before = await seen();
      await line.rollback();
      const undone = await seen();
      await line.begin();
      await line.table(table.name).insert(row('2'));
      await line.commit();
      return [before, undone, await seen()];
    });
    return mustBe(told.join() === '0,0,1', `开始方式：${wordsOf(bench.engine).begins}；另一进程依次看到 ${told.join('、')} 行`, { so: '提交前不可见，回滚后不留', otherwise: '事务不成立：未提交的数据被看到或被留下' });
  },
};

const conflict: Experiment = {
  topic: '主键冲突', asks: '写入已有的主键（事务之外）',
  async run(bench) {
    const table = await bench.table();
    await table.add('1');
    const refused = await refusalOf(bench.engine, table.add('1'));
    return mustBe(refused?.kind === 'UNIQUE', refused?.words ?? '没有拒绝', { so: '同一请求重发时据此找回原结果', otherwise: '程序认不出主键冲突；请把本报告交给产品维护者' });
  },
};

const failing: Experiment = {
  topic: '事务中出错以后', asks: '事务中：写一行，写重复主键，再写一行，提交',
  async run(bench) {
    const table = await bench.table();
    await table.add('0');
    const [after, commit] = await bench.lines([bench.engine], async (line) => {
      await line.begin();
      await line.table(table.name).insert(row('1'));
      await refusalOf(bench.engine, line.table(table.name).insert(row('0')));
      const next = await refusalOf(bench.engine, line.table(table.name).insert(row('2')));
      return [next, await line.commit().then(() => '提交成功', (error: unknown) => (error instanceof CommitRefused ? '提交被答以回滚' : refusal(bench.engine, error).words))];
    });
    const stored = (await table.ids()).slice(1).join('、') || '无';
    const came = `出错后的语句：${after ? `拒绝（${after.words}）` : '可以'}；${commit}；存下：${stored}`;
    const { errorAbortsTransaction } = bench.engine;
    if (after !== undefined && !errorAbortsTransaction) return blocks(came, '程序以为该数据库出错后事务可继续，实际不能');
    if (after !== undefined) return mustBe(stored === '无' && commit === '提交被答以回滚', came, { so: '整个事务作废；程序把可能冲突的写入放在事务最前', otherwise: '作废的事务没有被如实告知' });
    return mustBe(stored === '1、2', came, { so: '只撤销出错的语句', otherwise: '提交成功却没有存全' });
  },
};

const ddl: Experiment = {
  topic: '事务中的建表', asks: '事务中：写一行，建一张表，回滚；看行和表是否还在',
  async run(bench) {
    const table = await bench.table();
    const name = await bench.reserve();
    await bench.lines([bench.engine], async (line) => {
      await line.begin();
      await line.table(table.name).insert(row('1'));
      await line.raw(`create table ${bench.engine.quote(name)} (${bench.engine.quote('id')} int)`);
      await line.rollback();
    });
    const [rows, made] = [(await table.ids()).length, await bench.engine.writer.schema.hasTable(name)];
    return copes(`回滚后：行${rows > 0 ? '还在' : '不在'}，表${made ? '还在' : '不在'}${rows > 0 ? '（建表隐含提交）' : ''}`, '迁移每步只有一条建表语句、单独记录，中断后可续，不依赖事务');
  },
};

const savepoint: Experiment = {
  topic: '保存点', asks: '事务中：写一行，SAVEPOINT，写重复主键，回到保存点，再写一行，提交',
  async run(bench) {
    const table = await bench.table();
    await table.add('0');
    const refused = await bench.lines([bench.engine], (line) => refusalOf(bench.engine, (async () => {
      await line.begin();
      await line.table(table.name).insert(row('1'));
      await line.raw('SAVEPOINT tjprobe');
      await refusalOf(bench.engine, line.table(table.name).insert(row('0')));
      await line.raw(`${wordsOf(bench.engine).rollbackTo} tjprobe`);
      await line.table(table.name).insert(row('2'));
      await line.commit();
    })()));
    return copes(refused ? `不行：${refused.words}` : `存下 ${(await table.ids()).slice(1).join('、')}`, '程序不使用保存点');
  },
};

const isolation: Experiment = {
  topic: '实际的隔离', asks: '甲事务先读一行，乙改该行并提交，甲再读；甲按旧值条件更新',
  async run(bench) {
    const table = await bench.table();
    await table.add('1');
    return bench.lines([bench.engine], async (line) => {
      const read = async (): Promise<unknown> => rowsOf(await line.table(table.name).select('note'))[0]?.['note'];
      await line.begin();
      const first = await read();
      const refused = await refusalOf(bench.other, bench.other.writer(table.name).where({ id: '1' }).update({ note: 'b' }));
      if (refused) return mustBe(!bench.engine.locksRows && refused.kind === 'LOCK_TIMEOUT', `甲的事务未结束，乙不能写：${refused.words}`, { so: '同一时刻只有一个写事务，强于 READ COMMITTED', otherwise: '读也挡住了写' });
      const [second, hit] = [await read(), await line.table(table.name).where({ id: '1', note: 'a' }).update({ note: 'c' }) as unknown];
      const came = `甲先后读到 ${String(first)}、${String(second)}，条件更新影响 ${String(hit)} 行`;
      if (hit !== 0) return blocks(came, '抢先的修改没有被发现，会覆盖他人的更新');
      return second === 'b' ? copes(came, '即 READ COMMITTED，与程序的要求一致') : blocks(came, '不是 READ COMMITTED：失手后重读会看到旧值；请让账号（或中间代理）可以设置隔离级别');
    });
  },
};

const unset: Experiment = {
  topic: '默认的隔离级别', asks: '查询服务器的默认值（程序在每个连接上另行设置）',
  async run(bench) {
    for (const question of wordsOf(bench.engine).defaultIsolation) {
      const told = await bench.ask(question).then((row) => row['v'], () => undefined);
      if (told !== undefined) return copes(String(told), '以下一项的实验为准');
    }
    return notApplicable('无此设置，或账号不能查询', '以下一项的实验为准');
  },
};

/** Rows of one transaction: more than the largest unit of work writes. */
const manyRows = 1_000;
const large: Experiment = {
  topic: '大事务', asks: `一个事务写 ${manyRows} 行，每行约 4 KB`,
  async run(bench) {
    const table = await bench.table([...['id', 'pad_a', 'pad_b', 'pad_c', 'pad_d'].map((name) => ({ name, kind: 'text' as const, chars: name === 'id' ? 40 : 1_000, ascii: true, required: true }))]);
    const pads = { pad_a: 'x'.repeat(1_000), pad_b: 'x'.repeat(1_000), pad_c: 'x'.repeat(1_000), pad_d: 'x'.repeat(1_000) };
    const began = performance.now();
    const refused = await bench.lines([bench.engine], (line) => refusalOf(bench.engine, (async () => {
      await line.begin();
      for (let index = 0; index < manyRows; index++) await line.table(table.name).insert({ id: String(index), ...pads });
      await line.commit();
    })()));
    const took = `${((performance.now() - began) / 1000).toFixed(1)} 秒`;
    if (refused) return attention(`拒绝：${refused.words}`, `程序的事务远小于 ${manyRows} 行；备份恢复等大批量工作请用数据库自带工具`);
    return mustBe((await table.ids()).length === manyRows, `提交成功，${took}`, { so: '程序的事务远小于此', otherwise: '提交成功却没有存全' });
  },
};

export const transactionExperiments: readonly Experiment[] = [takingTwo(begins), conflict, failing, ddl, savepoint, unset, takingTwo(isolation), large];
