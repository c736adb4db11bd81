import type { BusinessDay } from '../../domain/kernel/china-time.js';
import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import type { Bill } from '../../domain/reconciliation/bill-line.js';
import type { Bytes } from '../ports/channel-bills.js';
import type { Clock } from '../ports/clock.js';
import type { Ids } from '../ports/ids.js';
import type { KeptFiles } from '../ports/kept-files.js';
import type { UnitOfWork } from '../ports/unit-of-work.js';
import { actorNamed } from './actor-named.js';

export interface OpenBillParts { readonly unitOfWork: UnitOfWork; readonly files: KeptFiles; readonly ids: Ids; readonly clock: Clock }

/** 下载对账单 (1.1.4.2.2-d): the channel's file as it was received, the one the last run was compared with; who took it is kept. */
export class OpenBill {
  readonly #parts: OpenBillParts;

  constructor(parts: OpenBillParts) {
    this.#parts = parts;
  }

  async run(channelMerchantId: string, clearingDay: BusinessDay, by: string): Promise<Result<{ readonly bill: Bill; readonly bytes: Bytes }, 'no-bill'>> {
    const { unitOfWork, files, ids, clock } = this.#parts;
    const bill = await unitOfWork.read(async ({ reconciliation }) => {
      const day = await reconciliation.day(channelMerchantId, clearingDay);
      return day?.billNo === undefined ? undefined : reconciliation.bill(day.billNo);
    });
    if (!bill) return refuse('no-bill');
    await unitOfWork.run(({ audit }) => audit.append({
      entryId: ids.next(), at: clock.now(), actor: actorNamed(by, 'open-bill'), action: 'bill.opened', objectKind: 'bill', objectNo: bill.billNo, description: '下载渠道账单原文',
      before: undefined, after: { channelMerchantId, clearingDay, digest: bill.digest }, requestId: undefined,
    }));
    return ok({ bill, bytes: files.read(bill.fileNo) });
  }
}
