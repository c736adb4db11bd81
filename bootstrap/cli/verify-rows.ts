import type { RowVerdict } from '../../application/ports/row-integrity.js';
import { ConfigError } from '../config.js';
import { runCommand } from './backup/words.js';
import { withProduct } from './command-container.js';

/** Goes through all orders, attempts and refunds, archived ones too; ends with exit code 1 and names rows that were changed past the platform (INT-01). */
async function main(): Promise<readonly string[]> {
  if (process.argv.length > 2) throw new ConfigError('用法：verify:rows   核验全部订单、支付尝试和退款（含已归档）的完整性校验码');
  const verdict = await withProduct(async (_, { rowIntegrity, journal }) => {
    const found = await rowIntegrity.verify();
    if (found.changed > 0) journal.alarm('rows-tampered', { rows: found.changed });
    return found;
  });
  if (verdict.changed > 0) throw new Error(flawWords(verdict));
  return [`已核验 ${verdict.rows} 行，未被改动${uncodedWords(verdict)}`];
}

const uncodedWords = ({ uncoded }: RowVerdict): string => (uncoded === 0 ? '' : `；另有 ${uncoded} 行由早期版本写入，尚无校验码`);

const flawWords = ({ rows, changed, named }: RowVerdict): string => [
  `已核验 ${rows} 行，${changed} 行不是平台写入的内容：`, ...named.map(({ table, rowNo }) => `  ${table}  ${rowNo}`), ...changed > named.length ? ['  ……'] : [],
  '平台不再使用这些行；请对照渠道账单和备份查明，不要手工修改',
].join('\n');

runCommand(main);
