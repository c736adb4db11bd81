import { attemptNoOf, chooseChannel, formIn, postForm, unescapeHtml, type PageAnswer, type PageForm } from '../../bootstrap/cli/demo/page-forms.js';
import type { City } from './city.js';

export { attemptNoOf, formIn, postForm, unescapeHtml, type PageForm };

/** Chooses a channel on the cashier; gives the hand-over form to the channel. */
export const choose = async (_city: City, cashierUrl: string, payChannel: 'alipay' | 'unionpay', view: 'pc' | 'h5' = 'pc'): Promise<PageForm> => chooseChannel(cashierUrl, payChannel, view);

/** Opens the channel's page with the hand-over form. */
export const openChannel = async (handover: PageForm): Promise<PageAnswer> => postForm(handover.action, handover.fields);

/** Pays an opened attempt as if the payer had clicked on the channel's page. */
export async function payAtChannel(city: Pick<City, 'alipayUrl' | 'unionpayUrl'>, payChannel: 'alipay' | 'unionpay', attemptNo: string, body: object = {}): Promise<void> {
  const url = payChannel === 'alipay' ? `${city.alipayUrl}/sim/trades/${attemptNo}/pay` : `${city.unionpayUrl}/sim/orders/${attemptNo}/pay`;
  const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`paying ${attemptNo} at ${payChannel}: ${answer.status} ${await answer.text()}`);
}

/** China time of the city's clock as the wire writes it. */
export const wireTime = (city: Pick<City, 'now'>): string => new Date(city.now() + 8 * 3_600_000).toISOString().replace(/\D/g, '').slice(0, 14);
