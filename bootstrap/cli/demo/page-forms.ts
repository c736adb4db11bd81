/** A form of a page as a browser without script would post it. */
export interface PageForm { readonly action: string; readonly fields: Readonly<Record<string, string>> }

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#x27': "'", '#34': '"' };
export const unescapeHtml = (text: string): string => text.replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole);

/** The first form of a page whose markup holds `marker`. Throws when there is none. */
export function formIn(html: string, marker = ''): PageForm {
  const form = [...html.matchAll(/<form\b[^>]*>[\s\S]*?<\/form>/g)].map(([text]) => text).find((text) => text.includes(marker));
  if (form === undefined) throw new Error(`no form with ${marker} in: ${html.replace(/<style[\s\S]*?<\/style>/g, '').slice(0, 600)}`);
  const attribute = (tag: string, name: string): string => unescapeHtml(new RegExp(`\\s${name}=("([^"]*)"|'([^']*)')`).exec(tag)?.slice(2).find((one) => one !== undefined) ?? '');
  const fields = [...form.matchAll(/<(?:input|button)\b[^>]*>/g)].map(([tag]) => [attribute(tag, 'name'), attribute(tag, 'value')] as const).filter(([name]) => name !== '');
  return { action: attribute(/<form\b[^>]*>/.exec(form)?.[0] ?? '', 'action'), fields: Object.fromEntries(fields) };
}

export interface PageAnswer { readonly status: number; readonly html: string; readonly location: string | undefined }

/** Posts a form and follows no redirect. */
export async function postForm(action: string, fields: Readonly<Record<string, string>>, origin?: string): Promise<PageAnswer> {
  const answer = await fetch(action, {
    method: 'POST', redirect: 'manual', headers: { 'content-type': 'application/x-www-form-urlencoded', ...(origin === undefined ? {} : { origin }) }, body: new URLSearchParams(fields).toString(),
  });
  return { status: answer.status, html: await answer.text(), location: answer.headers.get('location') ?? undefined };
}

/** Chooses a channel on the cashier; gives the hand-over form to the channel. Throws with the page's words when no payment starts. */
export async function chooseChannel(cashierUrl: string, payChannel: 'alipay' | 'unionpay', view: 'pc' | 'h5'): Promise<PageForm> {
  const { status, html } = await postForm(cashierUrl, { payChannel, view }, new URL(cashierUrl).origin);
  if (status !== 200) throw new Error(`the cashier answered ${status}: ${html.replace(/<style[\s\S]*?<\/style>/g, '').slice(0, 400)}`);
  return formIn(html, 'type="hidden"');
}

/** The number under which the channel knows the attempt of a hand-over. */
export function attemptNoOf(handover: PageForm): string {
  const alipay = handover.fields['biz_content'];
  return alipay === undefined ? handover.fields['orderId'] ?? '' : (JSON.parse(alipay) as { out_trade_no: string }).out_trade_no;
}
