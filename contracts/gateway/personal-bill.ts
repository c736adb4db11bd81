import { Type, type Static } from '@sinclair/typebox';
import { amountOrZeroText, amountText, bizOrderNo, codeText, momentText, orderTitle, payChannel, platformOrderNo, urlText, userId, wireText } from './fields.js';

/** Method named in the envelope of a pushed personal bill. */
export const personalBillMethod = 'epay-user.bill.push';
/** The only code that means "taken"; anything else is tried again. */
export const personalBillAccepted = '0000';

/** State of a personal bill. A refund in part leaves it at PAID and shows in `refundedAmount`. */
export const personalBillStates = { PAID: '已缴费', REFUNDED: '已全额退费' } as const;
export type PersonalBillStateCode = keyof typeof personalBillStates;

/** What a city app is told of one paid order of one of its users (1.1.7.2.4-b). The requirement names no fields: all of them are assumed. */
export const personalBillPush = Type.Object({
  platformOrderNo: platformOrderNo(),
  bizOrderNo: bizOrderNo(),
  userId: userId(),
  title: orderTitle(),
  itemName: wireText({ title: '收费项目', description: '多个项目时为首个项目名加“等N项”；订单没有项目时同标题', max: 220 }),
  agencyName: wireText({ title: '执收单位', max: 200 }),
  amount: amountText({ title: '缴费金额', description: '单位：分' }),
  refundedAmount: amountOrZeroText({ title: '已退金额', description: '单位：分' }),
  payTime: momentText({ title: '缴费时间' }),
  channel: payChannel(),
  state: codeText(personalBillStates, { title: '账单状态', description: 'PAID 已缴费，REFUNDED 已全额退费' }),
  billCode: Type.Optional(wireText({ title: '财政电子票据代码', condition: '票据已开具时', max: 32 })),
  billNo: Type.Optional(wireText({ title: '财政电子票据号码', condition: '票据已开具时', max: 32 })),
  detailUrl: Type.Optional(urlText({ title: '账单详情页', description: '下单时的 personBillDetailUrl', condition: '下单时提供' })),
}, { title: '个人账单推送', additionalProperties: false });
export type PersonalBillPushData = Static<typeof personalBillPush>;
