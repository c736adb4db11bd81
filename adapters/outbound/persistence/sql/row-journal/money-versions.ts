import type { RowMention } from '../../../../../domain/audit/rows-written.js';
import { moneyTableKeys } from '../coded-tables.js';
import { maxInList } from '../stored-values.js';
import type { Handle } from '../unit-scope.js';
import { versionIn, type Findings } from './findings.js';

/**
 * Orders, attempts and refunds that a page of the log mentions: each is there, in daily work or in the archive, with at least that version. The page was read before, so whatever is
 * written meanwhile makes a row newer only. The platform deletes none of them.
 */
export async function checkMoney(reading: Handle, mentions: readonly RowMention[], findings: Findings): Promise<void> {
  for (const { name, archive, column } of moneyTableKeys) {
    const demanded = newestOf(mentions.filter(({ table }) => table === name));
    const numbers = [...demanded.keys()];
    for (let from = 0; from < numbers.length; from += maxInList) {
      const some = numbers.slice(from, from + maxInList);
      const here = await versionsOf(reading, name, column, some);
      const away = await versionsOf(reading, archive, column, some);
      // An order may come back from the archive between the two looks.
      const lost = some.filter((no) => !here.has(no) && !away.has(no));
      const back = lost.length === 0 ? here : await versionsOf(reading, name, column, lost);
      for (const no of some) {
        // Whoever puts an older image beside the row in the archive has it believed, so the older one counts.
        const found = [here, away, back].flatMap((versions) => versions.get(no) ?? []);
        if (found.length === 0) findings.add(name, [no], 'missing');
        else if (Math.min(...found) < (demanded.get(no) ?? 0)) findings.add(name, [no], 'older');
      }
    }
  }
}

function newestOf(mentions: readonly RowMention[]): ReadonlyMap<string, number> {
  const newest = new Map<string, number>();
  for (const { key: [no = ''], version } of mentions) newest.set(no, Math.max(version, newest.get(no) ?? 0));
  return newest;
}

async function versionsOf(reading: Handle, table: string, column: string, numbers: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows: unknown = await reading.table(table).select([column, 'version']).whereIn(column, [...numbers]);
  return new Map((rows as readonly Readonly<Record<string, unknown>>[]).map((row) => [String(row[column]), versionIn(row)]));
}
