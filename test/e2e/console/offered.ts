import type { Life } from '../../integration/payments/life.js';

/** Channels that the cashier offers for an order that is placed now. */
export async function offeredNow(life: Life, more: Parameters<Life['place']>[0] = {}): Promise<readonly string[]> {
  const page = await (await fetch((await life.place(more)).cashierUrl)).text();
  return ['alipay', 'unionpay'].filter((payChannel) => page.includes(`value="${payChannel}"`));
}
