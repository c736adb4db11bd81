import { html, nothing } from '../../cashier/html.js';
import { wherePage, type WherePageSetting } from './where-layout.js';

const messages = {
  'not-found': { status: 404, title: '没有这个页面', words: '地址可能不完整。请从头开始查询。' },
  method: { status: 405, title: '不支持的访问方式', words: '请从头开始查询。' },
  'bad-request': { status: 400, title: '请求内容有误', words: '没有进行查询。请从头开始。' },
  'too-large': { status: 413, title: '请求内容有误', words: '没有进行查询。请从头开始。' },
  'not-a-form': { status: 415, title: '请求内容有误', words: '没有进行查询。请从头开始。' },
  'foreign-page': { status: 403, title: '无法确认请求来源', words: '为保障您的信息安全，没有进行查询。请从本页面提交。' },
  'too-many': { status: 429, title: '访问过于频繁', words: '请稍候一会儿再试。' },
  fault: { status: 500, title: '系统暂时无法处理', words: '请稍后再试。款项以本平台或支付渠道的记录为准，请不要重复付款。' },
} as const;
export type WhereMessage = keyof typeof messages;
export const messageStatus = (message: WhereMessage): number => messages[message].status;

/** A page without facts of any payment. `number`: of the request, for the service desk. */
export function messagePage(setting: WherePageSetting, message: WhereMessage, number: string | undefined): string {
  const { title, words } = messages[message];
  return wherePage(setting, title, html`<section class="card result"><h1>${title}</h1><p class="text">${words}</p>${number === undefined ? nothing : html`<p class="fine label">受理编号 ${number}</p>`}<div class="acts"><a class="main" href="${setting.basePath}">重新查询</a></div></section>`);
}
