import type { Bytes, ChannelBills, FetchedBill } from '../../../../../application/ports/channel-bills.js';
import type { ChannelMerchant } from '../../../../../domain/directory/channel-merchant.js';
import type { BusinessDay } from '../../../../../domain/kernel/china-time.js';
import type { BillPiece } from '../../../../../domain/reconciliation/bill-line.js';
import type { WireClient } from '../../../wire/http-client.js';
import { AlipayGateway, type AlipayNeeds } from '../gateway.js';
import { fetchBill } from './fetch-bill.js';
import { readBill } from './read-bill.js';

export type AlipayBillsNeeds = AlipayNeeds & { readonly http: Pick<WireClient, 'send' | 'download'> };

/** Alipay's trade bills (protocol note `alipay.md`, section 8). */
export class AlipayBills implements ChannelBills {
  readonly payChannel = 'alipay';
  readonly #gateway: AlipayGateway;
  readonly #http: Pick<WireClient, 'download'>;

  constructor(needs: AlipayBillsNeeds) {
    this.#gateway = new AlipayGateway(needs);
    this.#http = needs.http;
  }

  fetch(account: ChannelMerchant, day: BusinessDay, timeoutMs: number): Promise<FetchedBill> {
    return fetchBill(this.#gateway, this.#http, account, day, timeoutMs);
  }

  read(account: ChannelMerchant, day: BusinessDay, raw: Bytes): AsyncIterable<BillPiece> {
    return readBill(account, day, raw);
  }
}
