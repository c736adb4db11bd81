import type { BusinessDay } from '../../domain/kernel/china-time.js';
import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import type { ReconcileRun } from '../../domain/reconciliation/run.js';
import type { Bytes } from '../ports/channel-bills.js';
import type { Directory } from '../ports/directory.js';
import type { ReceiveBill, RefusedBill } from './receive-bill.js';
import type { StartRefusal, StartRun } from './start-run.js';

export interface UploadBillParts { readonly directory: Directory; readonly receive: Pick<ReceiveBill, 'run'>; readonly start: Pick<StartRun, 'run'> }
export interface UploadedBill { readonly channelMerchantId: string; readonly clearingDay: BusinessDay; readonly fileName: string; readonly bytes: Bytes; readonly by: string }
export type UploadRefusal = { readonly code: 'no-such-account' } | { readonly code: 'bill-refused'; readonly refused: RefusedBill } | StartRefusal;

/** `isNewBill`: false for a file that was received before. */
export type StartedByUpload = ReconcileRun & { readonly isNewBill: boolean };

/** A bill somebody fetched from the channel's own console, where it cannot be downloaded: doubted like one that was, then compared. */
export class UploadBill {
  readonly #parts: UploadBillParts;

  constructor(parts: UploadBillParts) {
    this.#parts = parts;
  }

  async run({ channelMerchantId, clearingDay, fileName, bytes, by }: UploadedBill): Promise<Result<StartedByUpload, UploadRefusal>> {
    const { directory, receive, start } = this.#parts;
    const account = await directory.channelMerchant(channelMerchantId);
    if (!account) return refuse({ code: 'no-such-account' });
    const received = await receive.run({ account, clearingDay, origin: 'upload', fileName, bytes, by });
    if (!received.ok) return refuse({ code: 'bill-refused', refused: received.refusal });
    const started = await start.run(account, clearingDay, by);
    return started.ok ? ok({ ...started.value, isNewBill: received.value.isNew }) : started;
  }
}
