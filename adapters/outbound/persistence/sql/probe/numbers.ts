import { int, maxLongText } from '../codecs.js';
import { allSteps } from '../migrations/all-steps.js';
import { bigint, code, type ColumnSpec, type CreateTable } from '../migrations/steps.js';
import type { Bench } from './bench.js';
import { blocks, copes, mustBe, type Experiment } from './experiment.js';
import { refusalOf, rowsOf } from './line.js';

const kindOf = (value: unknown): string => (typeof value === 'string' ? '字符串' : typeof value === 'bigint' ? 'BigInt' : typeof value === 'number' ? '数值' : '其他');

/** What the product makes of a number as the driver gives it; undefined when it refuses it. */
function read(value: unknown): number | undefined {
  try {
    return int.decode(value);
  } catch {
    return undefined;
  }
}

const money: Experiment = {
  topic: '金额、时间（BIGINT）', asks: `写入 ${Number.MAX_SAFE_INTEGER}、-1、0 再读出`,
  async run(bench) {
    const table = await bench.table();
    const given = [Number.MAX_SAFE_INTEGER, -1, 0];
    for (const [index, amount] of given.entries()) await table.rows.insert({ id: String(index), note: null, amount });
    const rows = await table.rows.select('amount').orderBy('id') as { readonly amount: unknown }[];
    const same = rows.every((row, index) => read(row.amount) === given[index]);
    return mustBe(same && rows.length === given.length, `驱动返回${kindOf(rows[0]?.amount)}，${same ? '一位不差' : `读成 ${rows.map((row) => String(row.amount)).join('、')}`}`, { so: '数值、字符串、BigInt 都认', otherwise: '金额会出错' });
  },
};

const beyond: Experiment = {
  topic: '超过 2^53 的整数', asks: '用 SQL 文字写入 9007199254740993 再读出',
  async run(bench) {
    const table = await bench.table();
    await bench.engine.writer.raw(`insert into ${table.quoted} (${bench.engine.quote('id')}, ${bench.engine.quote('amount')}) values ('1', 9007199254740993)`);
    const [row] = rowsOf(await table.rows.select('amount'));
    return mustBe(read(row?.['amount']) === undefined, `驱动返回${kindOf(row?.['amount'])} ${String(row?.['amount'])}`, { so: '程序的金额和时间远小于 2^53；这样的值读出时会被拒绝，不会悄悄舍入', otherwise: '程序没有认出被舍入的数' });
  },
};

const sums: Experiment = {
  topic: 'COUNT、SUM', asks: '三行金额 1、2、9007199254740988，求行数与合计',
  async run(bench) {
    const table = await bench.table();
    for (const [index, amount] of [1, 2, Number.MAX_SAFE_INTEGER - 3].entries()) await table.rows.insert({ id: String(index), note: null, amount });
    const [row] = rowsOf(await table.rows.count({ n: 'id' }).sum({ total: 'amount' }));
    const right = read(row?.['n']) === 3 && read(row?.['total']) === Number.MAX_SAFE_INTEGER;
    return mustBe(right, `COUNT 返回${kindOf(row?.['n'])} ${String(row?.['n'])}，SUM 返回${kindOf(row?.['total'])} ${String(row?.['total'])}`, { so: '读出时换算，一位不差', otherwise: '合计会出错' });
  },
};

const bytesOf = (spec: ColumnSpec): number => (spec.kind === 'text' ? spec.chars * (spec.ascii ? 1 : 4) : 8);
const widthOf = (step: CreateTable): number => step.columns.reduce((sum, spec) => sum + bytesOf(spec), 0);

/** The table of ours with the longest rows. */
const widest = (): CreateTable => allSteps.filter((step) => step.change === 'create-table').reduce((wide, step) => (widthOf(step) > widthOf(wide) ? step : wide));

const fullest = (spec: ColumnSpec): string | number => {
  if (spec.kind === 'text') return (spec.ascii ? 'x' : '𠮷').repeat(spec.chars);
  if (spec.kind === 'long-text') return '税'.repeat(4_000);
  return { bigint: Number.MAX_SAFE_INTEGER, int: 2 ** 31 - 1, smallint: 1 }[spec.kind];
};

async function keeps(bench: Bench, columns: readonly ColumnSpec[], row: Readonly<Record<string, string | number>>): Promise<string | undefined> {
  const table = await bench.table(columns);
  const refused = await refusalOf(bench.engine, table.rows.insert(row));
  if (refused) return `拒绝：${refused.words}`;
  const [stored] = rowsOf(await table.rows.select(Object.keys(row)));
  const lost = Object.keys(row).filter((name) => (typeof row[name] === 'number' ? read(stored?.[name]) : stored?.[name]) !== row[name]);
  return lost.length === 0 ? undefined : `列 ${lost.join('、')} 变了样`;
}

const widestRow: Experiment = {
  topic: '最宽的行', asks: '按程序最宽的表建表，每一列都写到最长（多字节列写四字节字）',
  async run(bench) {
    const step = widest();
    const flaw = await keeps(bench, step.columns, Object.fromEntries(step.columns.map((spec) => [spec.name, fullest(spec)])));
    const told = `${step.table}，${step.columns.length} 列，不含长文本约 ${Math.round(widthOf(step) / 1000)} KB`;
    return flaw === undefined ? copes(`${told}：原样存取`, '最长的订单放得下') : blocks(`${told}：${flaw}`, '最长的订单放不下；达梦请用 PAGE_SIZE=32 重新初始化');
  },
};

const longest: Experiment = {
  topic: '最长的文本', asks: `长文本列写入 ${maxLongText} 个汉字再读出`,
  async run(bench) {
    const text = '税'.repeat(maxLongText);
    const flaw = await keeps(bench, [code('id'), { name: 'story', kind: 'long-text', required: false }, bigint('amount')], { id: '1', story: text, amount: 1 });
    return flaw === undefined ? copes(`${Buffer.byteLength(text)} 字节原样存取`, '程序的长文本以此为限') : blocks(flaw, '长文本放不下；MySQL 系请调大 max_allowed_packet');
  },
};

const changes: Experiment = {
  topic: 'UPDATE 的影响行数', asks: '改一行、按条件改零行、写入与原值相同的值、删一行，各返回几行',
  async run(bench) {
    const table = await bench.table();
    await table.add('1');
    const one = table.rows.where({ id: '1' });
    const [changed, none, same, deleted] = [await one.clone().update({ amount: 2 }), await table.rows.where({ id: 'x' }).update({ amount: 3 }), await one.clone().update({ amount: 2 }), await one.clone().delete()] as readonly unknown[];
    const came = `改一行 ${String(changed)}，改零行 ${String(none)}，同值 ${String(same)}，删一行 ${String(deleted)}`;
    if (changed !== 1 || none !== 0 || deleted !== 1) return blocks(came, '程序以影响行数判断是否抢先，这里的数不对');
    return mustBe(same === 1, came, { so: '同值也算一行，与程序的判断一致', otherwise: '同值不算一行：租约续期可能误判为失去；请让连接（或中间代理）返回匹配行数' });
  },
};

export const numberExperiments: readonly Experiment[] = [money, beyond, sums, changes, widestRow, longest];
