import type { PaymentChannel } from '../../../../application/ports/payment-channel.js';
import { AlipayBarcodes } from './barcodes.js';
import { AlipayGateway, type AlipayNeeds } from './gateway.js';
import { AlipayManaging } from './managing.js';
import { AlipayMessages, AlipayReturns } from './messages.js';
import { AlipayPages } from './pages.js';
import { AlipayRefunding } from './refunding.js';

export type AlipayChannelNeeds = Omit<AlipayNeeds, 'clock'> & Partial<Pick<AlipayNeeds, 'clock'>>;

/** Alipay's open gateway as a payment channel (protocol note `alipay.md`, sections 1 to 7). The wall clock stands in where none is given. */
export function createAlipayChannel(needs: AlipayChannelNeeds): PaymentChannel {
  const gateway = new AlipayGateway({ clock: { now: () => Date.now() }, ...needs });
  const managing = new AlipayManaging(gateway);
  return {
    payChannel: 'alipay',
    pages: new AlipayPages(gateway),
    barcodes: new AlipayBarcodes(gateway),
    queries: managing,
    closing: managing,
    cancelling: managing,
    refunds: new AlipayRefunding(gateway),
    messages: new AlipayMessages(needs),
    returns: new AlipayReturns(),
  };
}
