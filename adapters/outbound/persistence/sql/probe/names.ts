import { allSteps, bootSteps } from '../migrations/all-steps.js';
import type { Step } from '../migrations/steps.js';
import { attention, blocks, copes, mustBe, type Experiment } from './experiment.js';
import { refusal, refusalOf } from './line.js';

/** Longest name of the schema's tables and indexes; all are within it (databases.md 4). */
const ourLongest = 30;
const triedLengths = [ourLongest, 63, 64, 128] as const;

const folding: Experiment = {
  topic: '未加引号的名称', asks: '按程序的写法（加引号）建表，再不加引号用小写查询，列别名写作 MixedName',
  async run(bench) {
    const table = await bench.table();
    await table.add('1');
    const refused = await refusalOf(bench.engine, bench.engine.writer.raw(`select id as MixedName from ${table.name}`));
    if (refused) return attention(`查询被拒绝：${refused.told}`, '程序自己的语句总是加引号，不受影响；DBA 手写 SQL 时须给表名、列名加引号');
    const [name = '?'] = Object.keys(await bench.ask(`select id as MixedName from ${table.name}`));
    return copes(`可以查询；列别名返回为 ${name}`, '程序总是加引号；DBA 手写 SQL 可不加引号');
  },
};

const lengths: Experiment = {
  topic: '名称最长', asks: `建立名称长 ${triedLengths.join('、')} 字节的表`,
  async run(bench) {
    const told: string[] = [];
    let longest = 0;
    for (const length of triedLengths) {
      const name = bench.newName(length);
      const refused = await refusalOf(bench.engine, bench.plainTable('varchar(10)', name));
      const whole = !refused && await bench.engine.writer.schema.hasTable(name);
      told.push(`${length}：${refused ? `拒绝（${refused.told}）` : whole ? '可以' : '可以，但名称被截短'}`);
      if (whole) longest = length;
    }
    return mustBe(longest >= ourLongest, told.join('；'), { so: `程序的表、索引名都不超过 ${ourLongest} 字节`, otherwise: '程序的名称放不下' });
  },
};

const schema: Experiment = {
  topic: '全部表和索引', asks: '把程序的每一个建表、加列、建索引、删索引步骤在试验表名下执行一遍',
  async run(bench) {
    const [names, steps] = [new Map<string, string>(), [...bootSteps, ...allSteps]];
    const scratch = (name: string): string => {
      const known = names.get(name) ?? bench.newName();
      names.set(name, known);
      return known;
    };
    for (const step of steps) {
      try {
        await bench.make(scratchStep(step, scratch));
      } catch (error) {
        return blocks(`步骤 ${step.id}（${step.table}）被拒绝：${refusal(bench.engine, error).words}`, '程序的表建不成；请检查账号权限和上面的设置');
      }
    }
    const tables = steps.filter(({ change }) => change === 'create-table').length;
    return copes(`${steps.length} 个步骤、${tables} 张表全部执行成功`, '类型、列名、索引宽度都放得下');
  },
};

/** Index names belong to a whole schema on some servers, so they are scratch names too. */
const scratchStep = (step: Step, scratch: (name: string) => string): Step =>
  (step.change === 'create-index' || step.change === 'drop-index' ? { ...step, table: scratch(step.table), index: scratch(step.index) } : { ...step, table: scratch(step.table) });

const paging: Experiment = {
  topic: '分页语法', asks: '五行中按主键取两行：只限行数，以及跳过一行再限行数',
  async run(bench) {
    const table = await bench.table();
    await table.add('1', '2', '3', '4', '5');
    const limited = table.rows.select('id').orderBy('id').limit(2);
    const [first, skipped] = [await limited.clone() as { readonly id: string }[], await limited.clone().offset(1) as { readonly id: string }[]];
    const [sql = ''] = [limited.clone().offset(1).toSQL().toNative().sql].map((text) => text.slice(text.toLowerCase().indexOf('order by')));
    const got = [first, skipped].map((rows) => rows.map(({ id }) => id).join('、'));
    return mustBe(got.join('|') === '1、2|2、3', `…${sql} 返回 ${got.join(' 和 ')}`, { so: '程序只用限行数，翻页按主键', otherwise: '限行数的结果不对' });
  },
};

const withoutFrom: Experiment = {
  topic: '无 FROM 的 SELECT', asks: '执行 select 1 as v',
  async run(bench) {
    const refused = await refusalOf(bench.engine, bench.engine.writer.raw('select 1 as v'));
    return copes(refused ? `拒绝：${refused.told}` : '可以', '程序的业务语句都有 FROM');
  },
};

const manyRows: Experiment = {
  topic: '多行 INSERT', asks: '一条 INSERT … VALUES 写三行',
  async run(bench) {
    const table = await bench.table();
    const refused = await refusalOf(bench.engine, table.rows.insert(['1', '2', '3'].map((id) => ({ id, note: 'a', amount: 1 }))));
    return copes(refused ? `拒绝：${refused.told}` : `可以，写入 ${(await table.ids()).length} 行`, '程序每条 INSERT 只写一行');
  },
};

/** Most values of one statement of ours, and how far it is worth asking. */
const ourMostValues = 1000;
const triedValues = [500, ourMostValues, 5_000, 32_000, 65_000] as const;

const values: Experiment = {
  topic: '一条语句的绑定值', asks: `WHERE id IN (…) 绑定 ${triedValues.join('、')} 个值`,
  async run(bench) {
    const table = await bench.table();
    await table.add('7');
    const told: string[] = [];
    let most = 0;
    for (const count of triedValues) {
      const ids = Array.from({ length: count }, (_, index) => String(index));
      const refused = await refusalOf(bench.engine, table.rows.select('id').whereIn('id', ids));
      told.push(`${count}：${refused ? `拒绝（${refused.told}）` : '可以'}`);
      if (refused) break;
      most = count;
    }
    if (most >= ourMostValues) return copes(told.join('；'), `程序一条语句不超过 ${ourMostValues} 个值，IN 不超过 500 项`);
    return mustBe(most >= 500, told.join('；'), { so: '程序的 IN 不超过 500 项', otherwise: '程序的 IN 最多 500 项，这里放不下' });
  },
};

export const nameExperiments: readonly Experiment[] = [schema, folding, lengths, paging, withoutFrom, manyRows, values];
