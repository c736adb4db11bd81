/** `code`: asked for by the person who waits for it. `notice`: told by ourselves, so that night, block list and a limit of its own apply. */
export type TextKind = 'code' | 'notice';

/** What a parameter may be. Lengths count UTF-16 units, as a text message does. */
export interface TextParam { readonly name: string; readonly maxLength: number; readonly form?: RegExp }

interface Template {
  readonly scene: string;
  readonly kind: TextKind;
  /** Who reads it. */
  readonly reader: 'payer' | 'operator' | 'person';
  /** Chinese, without the signature. `{name}` is replaced once. */
  readonly text: string;
  /** In the order in which they stand in the text and are told to the platform. */
  readonly params: readonly TextParam[];
}

const item: TextParam = { name: 'item', maxLength: 20 };
/** Yuan as it is written for people. */
const amount: TextParam = { name: 'amount', maxLength: 14, form: /^[0-9]{1,11}\.[0-9]{2}$/ };
const payCode: TextParam = { name: 'payCode', maxLength: 32, form: /^[0-9A-Za-z]+$/ };
const day: TextParam = { name: 'day', maxLength: 10, form: /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/ };
const code: TextParam = { name: 'code', maxLength: 6, form: /^[0-9]{6}$/ };
const count: TextParam = { name: 'count', maxLength: 6, form: /^[0-9]+$/ };
const orderNo: TextParam = { name: 'orderNo', maxLength: 32, form: /^[0-9]+$/ };

/** Every text the platform sends. No certificate or card number, no link: what a payer needs is found on the platform itself. */
export const textTemplates = {
  PAY_SUCCESS: { scene: 'payment-made', kind: 'notice', reader: 'payer', text: '您缴纳的{item}{amount}元已成功,缴款码{payCode},票据请在平台查看。', params: [item, amount, payCode] },
  /** The same occasion where no pay code is known: the two share a scene, so that an order has one of them. */
  PAY_SUCCESS_ORDER: { scene: 'payment-made', kind: 'notice', reader: 'payer', text: '您缴纳的{item}{amount}元已成功,订单号{orderNo},票据请在平台查看。', params: [item, amount, orderNo] },
  REFUND_SUCCESS: { scene: 'refund-made', kind: 'notice', reader: 'payer', text: '您缴纳的{item}已退款{amount}元,将原路退回付款账户,到账时间以银行为准。', params: [item, amount] },
  BILL_ISSUED: { scene: 'bill-issued', kind: 'notice', reader: 'payer', text: '您缴纳的{item}已开具财政电子票据,缴款码{payCode},请在平台查看。', params: [item, payCode] },
  BILL_ISSUED_ORDER: { scene: 'bill-issued', kind: 'notice', reader: 'payer', text: '您缴纳的{item}已开具财政电子票据,订单号{orderNo},请在平台查看。', params: [item, orderNo] },
  BILL_FAILED: { scene: 'bill-failed', kind: 'notice', reader: 'operator', text: '缴款码{payCode}的财政电子票据开具失败,请登录管理端处理。', params: [payCode] },
  RECON_ALERT: { scene: 'reconciliation-alert', kind: 'notice', reader: 'operator', text: '{day}对账发现{count}笔差异,请登录管理端处理。', params: [day, count] },
  LOGIN_CODE: { scene: 'login', kind: 'code', reader: 'person', text: '验证码{code},5分钟内有效。', params: [code] },
  PASSWORD_RESET: { scene: 'password-reset', kind: 'code', reader: 'person', text: '您正在重置密码,验证码{code},5分钟内有效。如非本人操作请忽略。', params: [code] },
  FIND_PAYMENT: { scene: 'find-payment', kind: 'code', reader: 'person', text: '您正在查询缴费记录,验证码{code},5分钟内有效。如非本人操作请忽略。', params: [code] },
  PAYMENT_REMIND: { scene: 'payment-reminder', kind: 'notice', reader: 'payer', text: '您有一笔{item}{amount}元待缴纳,缴款码{payCode},请于{day}前缴款。', params: [item, amount, payCode, day] },
} as const satisfies Readonly<Record<string, Template>>;

export type TextTemplateName = keyof typeof textTemplates;
/** Texts with a verification code. */
export type CodeTemplateName = { [N in TextTemplateName]: (typeof textTemplates)[N]['kind'] extends 'code' ? N : never }[TextTemplateName];
/** On what occasion a text is sent. */
export type TextScene = (typeof textTemplates)[TextTemplateName]['scene'];

export const textTemplateNames = Object.keys(textTemplates) as readonly TextTemplateName[];
export const textScenes = [...new Set(Object.values(textTemplates).map(({ scene }) => scene))] as readonly TextScene[];
export const isTextTemplateName = (text: string): text is TextTemplateName => Object.hasOwn(textTemplates, text);
export const templateOf = (name: TextTemplateName): Template & { readonly scene: TextScene } => textTemplates[name];
export const kindOf = (name: TextTemplateName): TextKind => textTemplates[name].kind;
