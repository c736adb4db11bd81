import { code, words } from '../migrations/steps.js';
import type { Bench } from './bench.js';
import { attention, blocks, copes, mustBe, type Experiment } from './experiment.js';
import { refusalOf, rowsOf } from './line.js';

/** Rare characters of names: two of four bytes in UTF-8, one of three; and one letter outside ASCII. */
const rare = '𠮷𡃁㙍 é';
const rareLetter = '𠮷';

/** Whether the server takes two texts for the same: as keys of ours, and in a column that follows the database's own rule. */
async function compared(bench: Bench, first: string, second: string): Promise<{ readonly differ: boolean; readonly came: string }> {
  const [table, plain] = [await bench.table(), await bench.plainTable('varchar(10)')];
  await table.add(first);
  await plain.rows.insert({ id: 1, note: first });
  const refused = await refusalOf(bench.engine, table.add(second));
  const found = (await table.rows.select('id').where({ id: second }) as readonly unknown[]).length;
  const foundPlain = (await plain.rows.select('id').where({ note: second }) as readonly unknown[]).length;
  const differ = refused === undefined && found === 1;
  return { differ, came: `程序的主键列：${differ ? '不同' : `相同${refused ? `（${refused.words}）` : ''}`}；按库默认规则的列：${foundPlain === 0 ? '不同' : '相同'}` };
}

const letters: Experiment = {
  topic: '大小写', asks: '主键先写 abc 再写 ABC；另在不指定规则的列中存 abc、查 ABC',
  async run(bench) {
    const { differ, came } = await compared(bench, 'abc', 'ABC');
    return mustBe(differ, came, { so: '编号列由程序指定逐字节比较，不随库的默认规则', otherwise: '两个不同的单号会被当成同一个；请使数据区分大小写' });
  },
};

const spaces: Experiment = {
  topic: '尾部空格', asks: '主键先写“abc”再写“abc ”（尾部一个空格）；另在不指定规则的列中存前者、查后者',
  async run(bench) {
    const { differ, came } = await compared(bench, 'abc', 'abc ');
    return copes(came, differ ? '空格算数' : '空格不算数；程序自编的编号和接口收下的单号都不含空格，不会误判。手写 SQL 时请留意');
  },
};

const empty: Experiment = {
  topic: '空字符串', asks: '写入 \'\' 再读出',
  async run(bench) {
    const table = await bench.table();
    await table.rows.insert({ id: '1', note: '', amount: null });
    const [row] = rowsOf(await table.rows.select('note'));
    return copes(row?.['note'] === '' ? '仍是空字符串' : row?.['note'] === null ? '变成 NULL' : '变成其他内容', '程序从不写空字符串，空值一律存 NULL');
  },
};

const counting: Experiment = {
  topic: 'VARCHAR 的长度单位', asks: '不指定规则的 varchar(10) 列写 10 个汉字；程序的 10 字符列写 10 个四字节字',
  async run(bench) {
    const [plain, table] = [await bench.plainTable('varchar(10)'), await bench.table([code('id', 10), words('note', 10)])];
    const plainRefused = await refusalOf(bench.engine, plain.rows.insert({ id: 1, note: '税'.repeat(10) }));
    const refused = await refusalOf(bench.engine, table.rows.insert({ id: '1', note: rareLetter.repeat(10) }));
    const [row] = rowsOf(await table.rows.select('note'));
    const came = `varchar(10)：${plainRefused ? `10 个汉字放不下（${plainRefused.told}）` : '10 个汉字放得下'}；程序的列 ${bench.engine.columnType(words('note', 10))}：${refused ? `放不下（${refused.words}）` : row?.['note'] === rareLetter.repeat(10) ? '原样存取' : '变了样'}`;
    return mustBe(row?.['note'] === rareLetter.repeat(10), came, { so: '程序的列宽按服务器的单位准备', otherwise: '列宽不够或丢字，姓名、标题会存不下' });
  },
};

const overlong: Experiment = {
  topic: '超长文字', asks: '向 10 个字符的列写 11 个字符',
  async run(bench) {
    const table = await bench.table([code('id', 10), code('note', 10)]);
    const refused = await refusalOf(bench.engine, table.rows.insert({ id: '1', note: 'x'.repeat(11) }));
    if (refused) return refused.kind === 'TOO_LONG' ? copes(`拒绝：${refused.words}`, '不会悄悄截断') : attention(`拒绝：${refused.words}`, '不会悄悄截断；错误号未被认出，请把本报告交给产品维护者');
    const [row] = rowsOf(await table.rows.select('note'));
    const kept = String(row?.['note'] ?? '').length;
    return mustBe(kept === 11, `接受，存下 ${kept} 个字符`, { so: '长度由程序在写入前检查', otherwise: '悄悄截断了数据' });
  },
};

const characters: Experiment = {
  topic: '生僻字', asks: '姓名列和长文本列写入“𠮷𡃁㙍 é”再读出',
  async run(bench) {
    const table = await bench.table([code('id', 40), words('note', 40), { name: 'story', kind: 'long-text', required: false }]);
    const refused = await refusalOf(bench.engine, table.rows.insert({ id: '1', note: rare, story: rare }));
    if (refused) return blocks(`拒绝：${refused.words}`, '缴款人姓名会存不下；请使用 UTF-8（MySQL 系 utf8mb4）');
    const [row] = rowsOf(await table.rows.select('note', 'story'));
    return mustBe(row?.['note'] === rare && row['story'] === rare, row?.['note'] === rare && row['story'] === rare ? '原样' : '变了样', { so: '姓名不丢字', otherwise: '缴款人姓名会丢字；请使用 UTF-8（MySQL 系 utf8mb4）' });
  },
};

const signs = 'a\\b\'c"d%_;--\n\t?:1$1 {}';
const special: Experiment = {
  topic: '特殊符号', asks: '写入含反斜杠、单双引号、%、分号、--、换行、? 和 :1 的文字再读出',
  async run(bench) {
    const table = await bench.table();
    await table.rows.insert({ id: '1', note: signs, amount: null });
    const [row] = rowsOf(await table.rows.select('note').where({ note: signs }));
    return mustBe(row?.['note'] === signs, row?.['note'] === signs ? '原样，也能按它查到' : '变了样', { so: '值一律绑定，不拼入 SQL', otherwise: '值被改动，驱动的转义与服务器设置不符' });
  },
};

const order: Experiment = {
  topic: '排序', asks: '主键 1、A、B、_、a、b 按主键排序',
  async run(bench) {
    const table = await bench.table();
    await table.add('b', 'a', '_', 'B', 'A', '1');
    const ids = (await table.ids()).join(' ');
    return ids === '1 A B _ a b' ? copes(ids, '按字节') : attention(ids, '不是按字节；翻页用的编号只含数字，不受影响');
  },
};

const nulls: Experiment = {
  topic: '唯一索引中的 NULL', asks: '可为空的列上建唯一索引，写两行 NULL',
  async run(bench) {
    const table = await bench.table();
    await bench.make({ id: table.name, change: 'create-index', table: table.name, index: bench.newName(), columns: ['amount'], unique: true });
    await table.rows.insert({ id: '1', note: null, amount: null });
    const refused = await refusalOf(bench.engine, table.rows.insert({ id: '2', note: null, amount: null }));
    return copes(refused ? `拒绝第二行：${refused.told}` : '两行都可以', '程序的唯一索引都在必填列上');
  },
};

export const textExperiments: readonly Experiment[] = [letters, spaces, empty, counting, overlong, characters, special, order, nulls];
