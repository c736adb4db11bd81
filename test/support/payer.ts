import type { City } from './city.js';

/** A payer's browser by plain HTTP, without script: reads forms and posts them. */
export interface PageForm { readonly action: string; readonly fields: Readonly<Record<string, string>> }

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#x27': "'", '#34': '"' };
export const unescapeHtml = (text: string): string => text.replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole);

/** The first form of a page whose markup holds `marker`. */
export function formIn(html: string, marker = ''): PageForm {
  const form = [...html.matchAll(/<form\b[^>]*>[\s\S]*?<\/form>/g)].map(([text]) => text).find((text) => text.includes(marker));
  if (form === undefined) throw new Error(`no form with ${marker} in: ${html.replace(/<style[\s\S]*?<\/style>/g, '').slice(0, 600)}`);
  const attribute = (tag: string, name: string): string => unescapeHtml(new RegExp(`\\s${name}=("([^"]*)"|'([^']*)')`).exec(tag)?.slice(2).find((one) => one !== undefined) ?? '');
  const fields = [...form.matchAll(/<(?:input|button)\b[^>]*>/g)].map(([tag]) => [attribute(tag, 'name'), attribute(tag, 'value')] as const).filter(([name]) => name !== '');
  return { action: attribute(/<form\b[^>]*>/.exec(form)?.[0] ?? '', 'action'), fields: Object.fromEntries(fields) };
}

export async function postForm(action: string, fields: Readonly<Record<string, string>>, origin?: string): Promise<{ readonly status: number; readonly html: string; readonly location: string | undefined }> {
  const answer = await fetch(action, {
    method: 'POST', redirect: 'manual', headers: { 'content-type': 'application/x-www-form-urlencoded', ...(origin === undefined ? {} : { origin }) }, body: new URLSearchParams(fields).toString(),
  });
  return { status: answer.status, html: await answer.text(), location: answer.headers.get('location') ?? undefined };
}

/** Chooses a channel on the cashier; gives the hand-over form to the channel. */
export async function choose(city: City, cashierUrl: string, payChannel: 'alipay' | 'unionpay', view: 'pc' | 'h5' = 'pc'): Promise<PageForm> {
  const { status, html } = await postForm(cashierUrl, { payChannel, view }, city.baseUrl);
  if (status !== 200) throw new Error(`the cashier answered ${status}: ${html.replace(/<style[\s\S]*?<\/style>/g, '').slice(0, 400)}`);
  return formIn(html, 'type="hidden"');
}

/** Opens the channel's page with the hand-over form. */
export const openChannel = async (handover: PageForm) => postForm(handover.action, handover.fields);

/** The number under which the channel knows the attempt of a hand-over. */
export function attemptNoOf(handover: PageForm): string {
  const alipay = handover.fields['biz_content'];
  return alipay === undefined ? handover.fields['orderId'] ?? '' : (JSON.parse(alipay) as { out_trade_no: string }).out_trade_no;
}

/** Pays an opened attempt as if the payer had clicked on the channel's page. */
export async function payAtChannel(city: City, payChannel: 'alipay' | 'unionpay', attemptNo: string, body: object = {}): Promise<void> {
  const url = payChannel === 'alipay' ? `${city.alipayUrl}/sim/trades/${attemptNo}/pay` : `${city.unionpayUrl}/sim/orders/${attemptNo}/pay`;
  const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`paying ${attemptNo} at ${payChannel}: ${answer.status} ${await answer.text()}`);
}

/** China time of the city's clock as the wire writes it. */
export const wireTime = (city: Pick<City, 'now'>): string => new Date(city.now() + 8 * 3_600_000).toISOString().replace(/\D/g, '').slice(0, 14);
