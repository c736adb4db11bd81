import type { ChannelMerchant } from '../../domain/directory/channel-merchant.js';
import type { BusinessDay } from '../../domain/kernel/china-time.js';
import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import type { Bill, BillRefusal, BillTotals } from '../../domain/reconciliation/bill-line.js';
import { BillCutOff, type BillsOfChannels, type Bytes } from '../ports/channel-bills.js';
import type { Clock } from '../ports/clock.js';
import type { Ids } from '../ports/ids.js';
import { FileTooBig, maxKeptBytes, type KeptFiles } from '../ports/kept-files.js';
import type { UnitOfWork } from '../ports/unit-of-work.js';
import { actorNamed } from './actor-named.js';

export interface ReceiveBillParts { readonly unitOfWork: UnitOfWork; readonly files: KeptFiles; readonly bills: BillsOfChannels; readonly ids: Ids; readonly clock: Clock }

export interface ArrivedBill {
  readonly account: ChannelMerchant; readonly clearingDay: BusinessDay; readonly origin: Bill['origin'];
  readonly fileName: string; readonly bytes: Bytes; readonly by: string;
}
export interface RefusedBill { readonly why: BillRefusal | 'cut-off'; readonly detail: string; readonly fileNo: string | undefined }

/**
 * Keeps the raw file, then reads all of it: only a file that is whole, of the right merchant and day and agrees with its own totals becomes a
 * bill. A refused file stays kept, so that a person can see what the channel sent; nothing is compared with it.
 */
export class ReceiveBill {
  readonly #parts: ReceiveBillParts;

  constructor(parts: ReceiveBillParts) {
    this.#parts = parts;
  }

  async run(arrived: ArrivedBill): Promise<Result<{ readonly bill: Bill; readonly isNew: boolean }, RefusedBill>> {
    const { unitOfWork, ids, clock } = this.#parts;
    const fileNo = ids.next();
    const kept = await this.#keep(fileNo, arrived);
    if (!kept.ok) return kept;
    const [newest] = await unitOfWork.read(({ reconciliation }) => reconciliation.billsOf(arrived.account.channelMerchantId, arrived.clearingDay));
    // One that another has replaced since is the newest again: whoever uploads it wants it compared.
    if (newest?.digest === kept.value.digest) return ok({ bill: newest, isNew: false });
    const totals = await this.#check(arrived, fileNo);
    if (!totals.ok) return totals;
    const bill: Bill = {
      billNo: ids.next(), channelMerchantId: arrived.account.channelMerchantId, clearingDay: arrived.clearingDay, origin: arrived.origin, fileNo,
      fileName: arrived.fileName, byteSize: kept.value.byteSize, digest: kept.value.digest, totals: totals.value, receivedAt: clock.now(), receivedBy: arrived.by,
    };
    await unitOfWork.run(async ({ reconciliation, audit }) => {
      await reconciliation.addBill(bill);
      await audit.append({
        entryId: ids.next(), at: clock.now(), actor: actorNamed(arrived.by, 'fetch-bill'), action: 'bill.received', objectKind: 'bill', objectNo: bill.billNo,
        description: arrived.origin === 'upload' ? '人工上传渠道账单' : '下载渠道账单', before: undefined, requestId: undefined,
        after: { channelMerchantId: bill.channelMerchantId, clearingDay: bill.clearingDay, digest: bill.digest, lines: String(bill.totals.lineCount) },
      });
    });
    return ok({ bill, isNew: true });
  }

  async #keep(fileNo: string, { fileName, bytes }: ArrivedBill): Promise<Result<{ readonly digest: string; readonly byteSize: number }, RefusedBill>> {
    try {
      return ok(await this.#parts.files.keep({ fileNo, purpose: 'bill', fileName }, bytes));
    } catch (error) {
      if (error instanceof BillCutOff) return refuse({ why: 'cut-off', detail: '下载中断', fileNo: undefined });
      if (error instanceof FileTooBig) return refuse({ why: 'too-big', detail: `超过 ${maxKeptBytes / 1024 / 1024} MB`, fileNo: undefined });
      throw error;
    }
  }

  async #check({ account, clearingDay }: ArrivedBill, fileNo: string): Promise<Result<BillTotals, RefusedBill>> {
    const { bills, files } = this.#parts;
    for await (const piece of bills[account.payChannel].read(account, clearingDay, files.read(fileNo))) {
      if (piece.kind === 'refused') return refuse({ why: piece.why, detail: piece.detail, fileNo });
      if (piece.kind === 'end') return ok(piece.totals);
    }
    throw new Error('a bill reader ended without an end');
  }
}
