import { html, nothing, type Html } from '../html.js';
import { stateMarks, type StateMark } from './marks.js';
import { orderAddress, type PageContent, type PageSetting } from './page-setting.js';

export type MessageKind = 'not-found' | 'method' | 'too-many' | 'bad-request' | 'too-large' | 'not-a-form' | 'foreign-page' | 'nothing-chosen' | 'fault';

interface Message { readonly status: number; readonly mark: StateMark; readonly title: string; readonly words: string }

const messages: Readonly<Record<MessageKind, Message>> = {
  'not-found': { status: 404, mark: 'off', title: '没有找到该订单', words: '链接可能不完整或已失效。请回到业务系统，重新打开付款页面。' },
  method: { status: 405, mark: 'off', title: '不支持的访问方式', words: '请从业务系统重新打开付款页面。' },
  'too-many': { status: 429, mark: 'off', title: '访问过于频繁', words: '请稍候十几秒再试。已经付款的，请勿重复付款。' },
  'bad-request': { status: 400, mark: 'off', title: '请求内容有误', words: '没有发起付款。请返回收银台重新操作。' },
  'too-large': { status: 413, mark: 'off', title: '请求内容有误', words: '没有发起付款。请返回收银台重新操作。' },
  'not-a-form': { status: 415, mark: 'off', title: '请求内容有误', words: '没有发起付款。请返回收银台重新操作。' },
  'foreign-page': { status: 403, mark: 'bad', title: '无法确认请求来源', words: '为保障资金安全，没有发起付款。请从收银台页面点击“立即支付”。' },
  'nothing-chosen': { status: 400, mark: 'off', title: '请选择支付方式', words: '没有发起付款。请返回收银台，选择一种支付方式后再点“立即支付”。' },
  fault: { status: 500, mark: 'bad', title: '系统暂时无法处理', words: '请稍后刷新重试。如果您已经付款，请不要重复付款，结果以本平台或支付渠道的记录为准。' },
};

export const messageStatus = (kind: MessageKind): number => messages[kind].status;

/** A page without facts of any order. `cashierToken`: the order to go back to, known only when it is well-formed. */
export function messagePage(setting: PageSetting, kind: MessageKind, cashierToken: string | undefined, requestId: string | undefined): PageContent {
  const { mark, title, words } = messages[kind];
  const back: Html = cashierToken === undefined ? nothing : html`<div class="acts"><a class="main" href="${orderAddress(setting, cashierToken)}">返回收银台</a></div>`;
  const number = requestId === undefined ? nothing : html`<p class="fine label">受理编号 ${requestId}</p>`;
  return { title, body: html`<div class="narrow"><section class="card result">${stateMarks[mark]}<h1>${title}</h1><p class="text">${words}</p>${number}${back}</section></div>` };
}
