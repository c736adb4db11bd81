import type { Bytes, ChannelBills, FetchedBill } from '../../../../../application/ports/channel-bills.js';
import type { ChannelMerchant } from '../../../../../domain/directory/channel-merchant.js';
import type { BusinessDay } from '../../../../../domain/kernel/china-time.js';
import type { BillPiece } from '../../../../../domain/reconciliation/bill-line.js';
import { unionPayAccount } from '../account.js';
import type { UnionPayNeeds } from '../needs.js';
import { fetchBill } from './fetch-bill.js';
import { readBill } from './read-bill.js';

/** UnionPay's clearing files (unionpay.md 9). `fetch` throws for an account that `checkAccount` refuses, like every call of the channel. */
export class UnionPayBills implements ChannelBills {
  readonly payChannel = 'unionpay';
  readonly #needs: UnionPayNeeds;

  constructor(needs: UnionPayNeeds) {
    this.#needs = needs;
  }

  async fetch(account: ChannelMerchant, day: BusinessDay, timeoutMs: number): Promise<FetchedBill> {
    return fetchBill(this.#needs, unionPayAccount(account), day, timeoutMs);
  }

  read(account: ChannelMerchant, day: BusinessDay, raw: Bytes): AsyncIterable<BillPiece> {
    return readBill(account.channelMerchantNo, day, raw);
  }
}
