import { ok, refuse, type Result } from '../kernel/result.js';
import type { ChannelMerchant, PayChannel, PayeeChannel, PayMethod } from './channel-merchant.js';

/** How payers can pay through a channel, as our adapters of the two speak it. */
export const methodsOfChannel: Readonly<Record<PayChannel, readonly PayMethod[]>> = { alipay: ['pc', 'h5', 'bar'], unionpay: ['pc', 'h5', 'bar'] };

export type LinkRefusal = 'account-unknown' | 'account-off' | 'account-of-tests' | 'method-missing' | 'method-unknown';

/** Whether money of a payee may be taken through an account (1.1.4.1.4-b). `isProduction`: real money, so that no account of tests may take it (CHN-07). */
export function mayLink(account: ChannelMerchant | undefined, isProduction: boolean): Result<ChannelMerchant, LinkRefusal> {
  if (account === undefined) return refuse('account-unknown');
  if (!account.enabled) return refuse('account-off');
  return isProduction && account.environment !== 'production' ? refuse('account-of-tests') : ok(account);
}

/** The methods, each once, in the usual order. */
export function readMethods(given: readonly PayMethod[], payChannel: PayChannel): Result<readonly PayMethod[], LinkRefusal> {
  const offered = methodsOfChannel[payChannel];
  if (given.length === 0) return refuse('method-missing');
  return given.every((method) => offered.includes(method)) ? ok(offered.filter((method) => given.includes(method))) : refuse('method-unknown');
}

/** Another link of the payee that is on takes the same channel and method: payers would not know, nor we, into which account their money goes. */
export const servedAlready = (link: PayeeChannel, links: readonly PayeeChannel[]): boolean => link.enabled && links.some((other) => other.enabled && other.channelMerchantId !== link.channelMerchantId
  && other.payChannel === link.payChannel && other.payMethods.some((method) => link.payMethods.includes(method)));
