import type { ServerResponse } from 'node:http';

declare const htmlBrand: unique symbol;
/** Text that is safe to put into a page: made by the `html` tag only, so that nothing unescaped can enter. */
export interface Html {
  readonly text: string;
  readonly [htmlBrand]: true;
}

export type HtmlValue = Html | string | number | bigint | undefined | readonly Html[];

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escapes[character] ?? '');
}

function isHtml(value: HtmlValue): value is Html {
  return typeof value === 'object' && !Array.isArray(value);
}

function rendered(value: HtmlValue): string {
  if (value === undefined) return '';
  if (Array.isArray(value)) return (value as readonly Html[]).map((part) => part.text).join('');
  return isHtml(value) ? value.text : escapeHtml(String(value));
}

/** Template tag. Every value is escaped unless it is itself the result of this tag. Attribute values must stand in quotes. */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  const text = strings.reduce((sum, part, index) => sum + rendered(values[index - 1]) + part);
  return { text } as Html;
}

/** Colours and names of one simulated institution. */
export interface PageLook {
  /** Shown in the head bar, for example `支付宝`. */
  readonly brand: string;
  /** CSS colour of head bar and main button, for example `#1677ff`. */
  readonly colour: `#${string}`;
}

export interface PageContent {
  readonly title: string;
  readonly body: Html;
  /** Reloads the page after so many seconds (`<meta refresh>`), for pages that wait. */
  readonly refreshAfterSeconds?: number;
  /** Where that reload goes; this page itself when left out. */
  readonly refreshTo?: string;
}

// Classes for the bodies: .card .amount .rows (a <dl> of dt/dd) .actions button.main button.plain .note .bad .good table.list
const style = `*{box-sizing:border-box}body{margin:0;background:#f3f4f6;color:#1f2329;font:16px/1.6 -apple-system,BlinkMacSystemFont,"PingFang SC","HarmonyOS Sans SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif}
.banner{background:#ffe58f;color:#613400;text-align:center;padding:8px 12px;font-weight:600}
header{background:var(--look);color:#fff;padding:12px max(16px,calc(50% - 346px));font-size:20px;font-weight:600}header span{font-weight:400;font-size:15px;opacity:.9;margin-left:10px}
main{max-width:720px;margin:20px auto;padding:0 14px}.card{background:#fff;border-radius:10px;padding:20px;margin-bottom:16px;box-shadow:0 1px 4px rgba(0,0,0,.08);overflow-wrap:anywhere}
h1{font-size:20px;margin:0 0 12px}h2{font-size:17px;margin:0 0 10px}.amount{font-size:34px;font-weight:600;margin:4px 0 14px}
dl.rows{display:grid;grid-template-columns:7em 1fr;gap:6px 12px;margin:0 0 16px}dl.rows dt{color:#646a73}dl.rows dd{margin:0}
.actions{display:flex;flex-wrap:wrap;gap:10px}.actions form{flex:1 1 150px}button,a.button{display:block;width:100%;min-height:46px;padding:10px 14px;border-radius:8px;border:1px solid #c9cdd4;background:#fff;color:#1f2329;font:inherit;text-align:center;text-decoration:none;cursor:pointer}
button.main,a.button.main{background:var(--look);border-color:var(--look);color:#fff;font-weight:600}input,select{width:100%;min-height:44px;padding:8px 10px;margin:4px 0 12px;border:1px solid #c9cdd4;border-radius:8px;background:#fff;font:inherit}
.card>p:first-child{margin-top:0}.card>p:last-child{margin-bottom:0}.note{color:#646a73;font-size:14px}.bad{color:#c41d24}.good{color:#0b7a3e}.wide{overflow-x:auto}table.list{border-collapse:collapse;width:100%;font-size:14px}table.list th,table.list td{border-bottom:1px solid #e5e6eb;padding:7px 8px;text-align:left;vertical-align:top}
@media(max-width:520px){main{margin:12px auto;padding:0 10px}.card{padding:14px}dl.rows{grid-template-columns:5em 1fr;column-gap:8px}.actions form{flex-basis:100%}}`;

/** A whole page that works without script, on PC and phone, and always says that it is not a real payment. */
export function page(look: PageLook, content: PageContent): string {
  const refresh = content.refreshAfterSeconds === undefined ? undefined
    : html`<meta http-equiv="refresh" content="${content.refreshAfterSeconds}${content.refreshTo === undefined ? undefined : html`;url=${content.refreshTo}`}">`;
  const head = html`<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">${refresh}<title>${content.title} - ${look.brand}（模拟）</title>`;
  const rest = html`</head><body style="--look:${look.colour}"><div class="banner" role="alert">模拟环境 非真实支付</div><header>${look.brand}<span>${content.title}</span></header><main>${content.body}</main></body></html>`;
  return `${head.text}<style>${style}</style>${rest.text}`;
}

/** Sends a page with headers that allow no script and no outside resource. */
export function sendPage(response: ServerResponse, status: number, text: string): void {
  const bytes = Buffer.from(text, 'utf8');
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-length': bytes.length,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    // No form-action: Chromium applies it to redirects too and would stop the way back to the merchant.
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; frame-ancestors 'none'",
  });
  response.end(bytes);
}
