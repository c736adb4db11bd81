import { Type, type Static } from '@sinclair/typebox';
import { payerTypes, yesNo } from './codes.js';
import {
  amountOrZeroText, amountText, bizOrderNo, codeText, merchantNo, momentText, notifyUrl, orderDate, orderState, orderStateMsg, orderTitle,
  passbackParams, patternText, platformOrderNo, urlText, userId, wireText,
} from './fields.js';

/** Most lines of a combined order, and most items of a slip: both together stay below 200 JSON keys (GW-08). */
export const maxSubMerchantLines = 20;
export const maxNontaxItems = 20;
/** Validity of an order in minutes: default, and the longest allowed (15 days). */
export const defaultExpiryMinutes = 120;
export const maxExpiryMinutes = 21_600;

export const subMerchantOrderLine = Type.Object({
  subMerchantNo: patternText({ title: '子商户编码', max: 20, pattern: '^[A-Za-z0-9_\\-]{1,20}$' }),
  bizSubOrderNo: bizOrderNo({ title: '业务系统子订单号' }),
  orderAmount: amountText({ title: '子订单金额' }),
}, { title: '子商户订单明细行', additionalProperties: false });

export const nontaxItem = Type.Object({
  itemCode: patternText({ title: '收费项目编码', max: 32, pattern: '^[A-Za-z0-9_\\-]{1,32}$' }),
  itemName: wireText({ title: '收费项目名称', max: 100 }),
  quantity: patternText({ title: '数量', description: '正整数；按非整数计量时填 1，price 与 amount 相同', max: 8, pattern: '^[1-9][0-9]{0,7}$' }),
  price: amountText({ title: '单价' }),
  amount: amountText({ title: '金额' }),
}, { title: '收费项目', additionalProperties: false });

export const nontaxInfo = Type.Object({
  payCode: Type.Optional(patternText({ title: '缴款码', description: '已有缴款书时填写', max: 32, pattern: '^[A-Za-z0-9]{1,32}$' })),
  eBillWanted: codeText(yesNo, { title: '是否开具电子票据' }),
  payerType: codeText(payerTypes, { title: '缴款人类型' }),
  items: Type.Array(nontaxItem, { title: '收费项目清单', description: '同一执收单位；amount 合计等于 orderAmount', minItems: 1, maxItems: maxNontaxItems }),
}, { title: '非税信息', additionalProperties: false });

const orderCore = {
  merchantNo: merchantNo(),
  subMerchantOrder: Type.Optional(Type.Array(subMerchantOrderLine, {
    title: '子商户订单明细', condition: '商户配置了子商户时必填', description: '各行 orderAmount 合计等于 orderAmount', minItems: 1, maxItems: maxSubMerchantLines,
  })),
  bizOrderNo: bizOrderNo(),
  orderDate: orderDate(),
  orderTime: momentText({ title: '订单申请时间' }),
  orderAmount: amountText({ title: '订单金额', description: '总金额，单位：分' }),
  orderTitle: orderTitle(),
};

const orderExtras = {
  orderDescription: Type.Optional(wireText({ title: '订单描述', max: 128 })),
  returnUrl: Type.Optional(urlText({ title: '支付成功返回地址', description: '来源须已登记；不得自带表 7-8 的参数名' })),
  notifyUrl: Type.Optional(notifyUrl()),
  personBillDetailUrl: Type.Optional(urlText({ title: '个人账单详情页', description: '来源须已登记' })),
  orderExpiredTime: Type.Optional(patternText({
    title: '订单过期时间', description: '分钟，1 至 21600，默认 120', max: 5, pattern: '^(?:[1-9][0-9]{0,3}|1[0-9]{4}|20[0-9]{3}|21[0-5][0-9]{2}|21600)$',
  })),
  bizDiscountAmount: Type.Optional(amountOrZeroText({ title: '业务优惠金额', description: '单位：分，默认 0，小于 orderAmount；实际向渠道收取 orderAmount 减去本字段' })),
  payerName: Type.Optional(wireText({ title: '缴款人姓名', max: 100 })),
  payerMobile: Type.Optional(patternText({ title: '缴款人手机号', max: 11, pattern: '^1[0-9]{10}$' })),
  payerCertNo: Type.Optional(wireText({ title: '缴款人证件号', max: 30 })),
  nontaxInfo: Type.Optional(nontaxInfo),
  passbackParams: Type.Optional(passbackParams()),
  userId: Type.Optional(userId()),
};

/** Tables 7-4 and 7-5: the four ways to create an order that is paid in the cashier. */
export const orderCreateRequest = Type.Object({ ...orderCore, ...orderExtras }, { title: '下单请求', additionalProperties: false });
export type OrderCreateRequest = Static<typeof orderCreateRequest>;

/** Table 7-6. `returnUrl` is accepted and ignored: nobody has a browser open. */
export const barOrderCreateRequest = Type.Object({
  ...orderCore,
  barContent: patternText({ title: '付款码', description: '支付宝或银联付款码，按码的形状识别渠道；一码一次，平台不保存', max: 1024, pattern: '^[!-~]{1,1024}$' }),
  ...orderExtras,
}, { title: '条码付请求', additionalProperties: false });
export type BarOrderCreateRequest = Static<typeof barOrderCreateRequest>;

export const orderCreateResponse = Type.Object({
  cashierUrl: Type.String({ title: '收银台地址', description: '把缴款人的浏览器带到此地址' }),
  platformOrderNo: platformOrderNo(),
  bizOrderNo: bizOrderNo(),
  orderDate: orderDate(),
  orderExpiredTime: Type.Optional(patternText({ title: '订单过期时间', description: '有效分钟数，自平台接受订单时起算', max: 5, pattern: '^[1-9][0-9]{0,4}$' })),
}, { title: '下单响应', additionalProperties: false });
export type OrderCreateResponse = Static<typeof orderCreateResponse>;

/** The page variant answers text/html without envelope; this names the one thing in it. */
export const orderPageResponse = Type.Object({
  redirectScript: Type.String({ title: '重定向脚本', description: '响应正文即此 HTML（text/html，无公共响应参数），浏览器随即打开收银台' }),
}, { title: '页面下单响应', additionalProperties: false });
export type OrderPageResponse = Static<typeof orderPageResponse>;

export const barOrderCreateResponse = Type.Object({
  platformOrderNo: platformOrderNo(),
  bizOrderNo: bizOrderNo(),
  orderState: orderState(),
  orderStateMsg: Type.Optional(orderStateMsg()),
}, { title: '条码付响应', additionalProperties: false });
export type BarOrderCreateResponse = Static<typeof barOrderCreateResponse>;
