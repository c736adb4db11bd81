import type { BusinessDay } from '../../../../../domain/kernel/china-time.js';
import { ok, refuse, type Result } from '../../../../../domain/kernel/result.js';
import type { WhyRefused } from '../../../wire/bill-refused.js';
import type { BillZipEntry } from '../../../wire/bill-zip.js';

/** One file of the zip that is read: transactions (ZM) or disputes (ZME). */
export interface BillFile {
  readonly kind: 'transactions' | 'disputes';
  readonly entry: BillZipEntry;
}

/** `INN<yyMMdd><nn>ZM_<merId>` (unionpay.md 9); an ending such as `.txt` is let pass. */
const nameForm = /^[A-Z]{3}([0-9]{6})[0-9]{2}(ZME?)_([0-9A-Za-z]{15})(?:\.[0-9A-Za-z]{1,8})?$/;

/** Which entries are ours to read, all of this merchant and day. `ZME_` does not contain `ZM_`; entries of other names are passed over. */
export function billFiles(entries: readonly BillZipEntry[], merId: string, day: BusinessDay): Result<readonly BillFile[], WhyRefused> {
  const files: BillFile[] = [];
  for (const entry of entries.filter(({ name }) => /ZME?_/.test(name))) {
    const [, yearToDay, type, owner] = nameForm.exec(entry.name) ?? [];
    if (yearToDay === undefined) return refuse({ why: 'not-a-bill', detail: '对账文件的名称不合规则' });
    if (owner !== merId) return refuse({ why: 'wrong-merchant', detail: '对账文件属于其他商户' });
    if (yearToDay !== day.slice(2)) return refuse({ why: 'wrong-day', detail: '对账文件属于其他清算日' });
    files.push({ kind: type === 'ZM' ? 'transactions' : 'disputes', entry });
  }
  return files.some(({ kind }) => kind === 'transactions') ? ok(files) : refuse({ why: 'not-a-bill', detail: '压缩包内没有交易流水文件（ZM）' });
}
