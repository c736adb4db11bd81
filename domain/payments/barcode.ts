import type { PayChannel } from '../directory/channel-merchant.js';

/** Whose code this is, by its shape (alipay.md 5.2, unionpay.md 3; PAY-06). Undefined = refused before any channel is called. */
export function channelOfBarcode(barContent: string): PayChannel | undefined {
  if (/^(25|26|27|28|29|30)[0-9]{14,22}$/.test(barContent)) return 'alipay';
  if (/^62[0-9]{17}$/.test(barContent)) return 'unionpay';
  return undefined;
}
