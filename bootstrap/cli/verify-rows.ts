import type { JournalFlaw, JournalVerdict, RowVerdict } from '../../application/ports/row-integrity.js';
import { ConfigError } from '../config.js';
import { runCommand } from './backup/words.js';
import { withProduct } from './command-container.js';

/**
 * Goes through all orders, attempts and refunds, archived ones too, and the directory, and compares them with what the operation log says was written; ends with exit code 1 and names rows
 * that were changed, put back or deleted past the platform (INT-01, INT-02).
 */
async function main(): Promise<readonly string[]> {
  if (process.argv.length > 2) throw new ConfigError('用法：verify:rows   核验全部订单、支付尝试和退款（含已归档）及基础数据的完整性校验码，并与审计日志登记的各行版本对照');
  const [rows, log] = await withProduct(async (_, { rowIntegrity, journal }) => {
    const found = [await rowIntegrity.verify(), await rowIntegrity.verifyJournal()] as const;
    const [{ changed }, { differing, badSeq }] = found;
    if (changed + differing > 0) journal.alarm('rows-tampered', { rows: changed + differing });
    if (badSeq !== undefined) journal.alarm('audit-chain-broken', { seq: badSeq });
    return found;
  });
  const flaws = [...flawWords(rows), ...journalWords(log)];
  if (flaws.length > 0) throw new Error([...flaws, '请对照渠道账单和备份查明，不要手工修改'].join('\n'));
  return [`已核验 ${rows.rows} 行，未被改动${uncodedWords(rows)}`, `已与审计日志 ${log.entries} 条记录中登记的 ${log.mentions} 次写入对照，没有被换回旧内容或删除的行`];
}

const uncodedWords = ({ uncoded }: RowVerdict): string => (uncoded === 0 ? '' : `；另有 ${uncoded} 行由早期版本写入，尚无校验码`);

const flawWords = ({ rows, changed, named }: RowVerdict): readonly string[] => (changed === 0 ? [] : [
  `已核验 ${rows} 行，${changed} 行不是平台写入的内容，平台不再使用这些行：`, ...named.map(({ table, rowNo }) => `  ${table}  ${rowNo}`), ...changed > named.length ? ['  ……'] : [],
]);

const flawNames: Readonly<Record<JournalFlaw, string>> = { older: '被换回旧内容', missing: '被绕过平台删除', returned: '平台已删除，又被放回', rewritten: '曾被换回旧内容，平台又在其上写入' };

const journalWords = ({ entries, differing, named, badSeq }: JournalVerdict): readonly string[] => [
  ...differing === 0 ? [] : [`与审计日志 ${entries} 条记录对照，${differing} 行与登记的不符：`, ...named.map(({ table, rowNo, flaw }) => `  ${table}  ${rowNo}  ${flawNames[flaw]}`), ...differing > named.length ? ['  ……'] : []],
  ...badSeq === undefined ? [] : [`审计日志第 ${badSeq} 条起不符，与它对照不足为凭，请执行 verify:audit`],
];

runCommand(main);
