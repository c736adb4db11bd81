import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Container } from 'inversify';
import type { ExportRefusal } from '../../application/lists/export-list.js';
import { isReadable, type RowScope } from '../../application/ports/list-reader.js';
import { allLists } from '../../contracts/lists/all-lists.js';
import { codeTables } from '../../contracts/lists/codes.js';
import type { ListFilter } from '../../contracts/lists/list-view.js';
import { ConfigError } from '../config.js';
import { tokens } from '../tokens.js';
import { runCommand } from './backup/words.js';
import { withProduct } from './command-container.js';

const usage = [
  '用法：lists                                                  全部列表的名称',
  '      lists <列表>                                           该列表的查询参数',
  '      lists <列表> [参数=值 …] --save <文件.xlsx>             按查询条件导出为 Excel（Ctrl-C 取消）',
  '      机构门户的列表另需 institutionNo=<收款机构编号>，只导出该机构的数据',
].join('\n');
const tellEveryRows = 50_000;

/** Lists as Excel files until the console has them. May be used while the platform runs. */
async function main(): Promise<readonly string[]> {
  const words = process.argv.slice(2);
  if (words.length === 0) return allLists.map(({ name, title, requirements }) => [name, title, requirements.join(' ')].filter((part) => part !== '').join('  '));
  if (words.length === 1 && words[0]?.startsWith('--') === false) return parameterLines(words[0]);
  const at = words.indexOf('--save');
  const [listName, file] = [words[0], at < 0 ? undefined : words[at + 1]];
  if (listName === undefined || listName.startsWith('--') || file === undefined || at !== words.length - 2) throw new ConfigError(usage);
  return withProduct((container) => save(container, listName, words.slice(1, at), file));
}

async function save(container: Container, listName: string, given: readonly string[], file: string): Promise<readonly string[]> {
  const { institutionNo, ...parameters } = Object.fromEntries(given.map(named)) as Readonly<Record<string, string>>;
  const scope: RowScope = institutionNo === undefined ? { kind: 'all' } : { kind: 'institution', institutionNo };
  const view = allLists.find(({ name }) => name === listName);
  if (view && !isReadable(view, scope)) throw new ConfigError(view.rowScope === 'institution' ? '这是机构门户的列表，请写明 institutionNo=<收款机构编号>' : '这是运营列表，不按机构导出');
  const cancel = new AbortController();
  process.once('SIGINT', () => { cancel.abort(new Error('已取消，没有生成文件')); });
  let told = 0;
  const exported = await container.get(tokens.exportList).run({
    listName, parameters, scope, signal: cancel.signal,
    onProgress: (written) => {
      if (written - told < tellEveryRows) return;
      told = written;
      process.stderr.write(`已写 ${written} 行\n`);
    },
  });
  if (!exported.ok) throw new ConfigError(refusalOf(exported.refusal));
  const { file: kept, rowCount } = exported.value;
  await pipeline(container.get(tokens.keptFiles).read(kept.fileNo), createWriteStream(file, { flags: 'wx', mode: 0o600 }));
  return [`已存为 ${file}：${rowCount} 行，${kept.byteSize} 字节`];
}

/** What may be asked of a list, as it is typed. */
function parameterLines(listName: string): readonly string[] {
  const view = allLists.find(({ name }) => name === listName);
  if (!view) throw new ConfigError(refusalOf({ code: 'unknown-list' }));
  const filters = Object.entries(view.filters).map(([name, { label, control, codes, required }]: [string, ListFilter]) => [
    control === 'dateRange' ? `${name}From=yyyyMMdd ${name}To=yyyyMMdd` : control === 'day' ? `${name}=yyyyMMdd` : `${name}=…`, label, required === true ? '必填' : '',
    codes === undefined ? '' : codeTables[codes].map(({ code, zh }) => `${code} ${zh}`).join('、'),
  ].filter((part) => part !== '').join('  '));
  return [`${view.title}：`, ...filters, ...(view.rowScope === 'institution' ? ['institutionNo=…  收款机构编号  必填'] : []), `sort=${view.sortable.join('|')}:asc|desc`];
}

function named(word: string): readonly [string, string] {
  const at = word.indexOf('=');
  if (at < 1) throw new ConfigError(`${word} 不是 参数=值\n${usage}`);
  return [word.slice(0, at), word.slice(at + 1)];
}

function refusalOf(refusal: ExportRefusal): string {
  switch (refusal.code) {
    case 'unknown-list': return '没有这个列表；不带参数运行可以看到全部列表';
    case 'bad-query': return refusal.refusal.parameter === '' ? refusal.refusal.message : `${refusal.refusal.parameter}：${refusal.refusal.message}`;
    case 'too-many-rows': return `超过 ${refusal.limit} 行，请缩小查询范围`;
  }
}

runCommand(main);
