import { confirmed } from '../calls.js';
import { codes, isRefusal, type Refusal } from '../slip-book.js';
import type { Slip } from '../slip.js';
import type { ProvinceWorld } from '../world.js';
import type { NormText, VoucherTexts } from './norm-frame.js';
import { resultOf, type NormPartner } from './norm-partner.js';
import { draftFields, lacking, slipVoucher, stateVoucher } from './norm-slip.js';

/** Which of the calls of the other dialect a message is; faults are planned under the same names in both. */
export type NormCall = 'issue' | 'void' | 'query' | 'state' | 'confirm' | 'none';

/** `confirmMsgNo`: number of a confirmation, which the norm does not have; without one such a message is not understood. */
export function callOf({ msgNo, vouchers: [voucher] }: NormText, confirmMsgNo: string | undefined): NormCall {
  if (msgNo === '8994' || msgNo === '4601') return voucher?.['PayStats'] === '2' ? 'void' : 'issue';
  if (msgNo === '2601') return 'query';
  if (msgNo === '8997') return 'state';
  return msgNo === confirmMsgNo ? 'confirm' : 'none';
}

/** The answer: a message of its own, or a general reply. `slip`: what it is about. */
export interface NormSaid { readonly msgNo: string; readonly voucher: VoucherTexts; readonly slip: Slip | undefined }

export function answerNorm(world: ProvinceWorld, partner: NormPartner, message: NormText): NormSaid {
  const voucher = message.vouchers[0] ?? {};
  const general = (result: string, information: string, slip?: Slip): NormSaid => ({ msgNo: '5001', voucher: { OriMsgNo: message.msgNo, Result: result, Information: information }, slip });
  const done = (slip: Slip | Refusal, say: (found: Slip) => NormSaid): NormSaid => (isRefusal(slip) ? general(resultOf(world.switches.normResults, slip.code), slip.text) : say(slip));
  const found = (): Slip | Refusal => world.book.find({ payCode: voucher['PayCode'] }) ?? { code: codes.notFound, text: '缴款码不存在' };
  if (message.from !== partner.nodes.partner || message.to !== partner.nodes.own) return general('99999', '节点编码不符');
  switch (callOf(message, world.switches.normConfirm)) {
    case 'query': return done(found(), (slip) => ({ msgNo: '5601', voucher: slipVoucher(slip, world.book.stateOf(slip)), slip }));
    case 'state': return done(found(), (slip) => ({ msgNo: '5997', voucher: stateVoucher(slip, world.book.stateOf(slip)), slip }));
    case 'void': return done(world.book.void({ payCode: voucher['PayCode'] }), (slip) => general('00000', '成功', slip));
    case 'issue': {
      const text = lacking(voucher);
      const taken = text === undefined ? world.book.push(draftFields(voucher)) : { code: codes.parameter, text };
      return done(taken, (slip) => general('00000', `https://jiaoyun.example.com/pay?c=${slip.payCode}`, slip));
    }
    case 'confirm': {
      const fields = {
        payCode: voucher['PayCode'], serialNo: voucher['TraNoBus'], totalAmt: voucher['Amt'], confirmDate: voucher['CfmDate'], confirmTime: voucher['CfmTime'],
        paymentChannel: voucher['PayMode'],
      };
      return done(confirmed(world, fields), (slip) => general('00000', slip.confirmation?.code ?? '', slip));
    }
    case 'none': return general('99999', '不支持的报文');
  }
}
