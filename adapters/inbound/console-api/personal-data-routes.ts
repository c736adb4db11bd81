import type { SeePersonalData, SeeRefusal } from '../../../application/access/see-personal-data.js';
import { payerInClear, seePayer, type PayerInClear, type SeePayerBody } from '../../../contracts/console/personal-data.js';
import { acting } from './acting.js';
import { refused, type ConsoleRoute, type OwnCall, type Refusal } from './route.js';

const refusals: Readonly<Record<SeeRefusal, Refusal>> = {
  unknown: refused('NOT_FOUND', { message: '没有这个支付订单' }), 'nothing-kept': refused('REFUSED', { message: '此订单没有留下付款人的信息' }),
  'too-many': refused('TOO_MANY', { message: '查看过于频繁，请稍后再试' }),
};

/** 查看完整个人信息: by right, with the second factor shown anew, with a reason, one order at a time, and audited. */
export const personalDataRoutes = ({ seePersonalData }: { readonly seePersonalData: Pick<SeePersonalData, 'run'> }): readonly ConsoleRoute[] => [{
  name: 'orders.payer', method: 'POST', path: '/orders/payer', access: { permission: 'service-desk.personal-data.read' }, stepUp: true, about: { kind: 'order', field: 'platformOrderNo' }, summary: '查看付款人的完整信息', body: seePayer, answer: payerInClear, refuses: ['REFUSED', 'TOO_MANY'],
  handle: async (call: OwnCall<SeePayerBody>) => {
    const seen = await seePersonalData.run(acting(call), call.body.platformOrderNo, call.body.reason);
    if (!seen.ok) return refusals[seen.refusal];
    const { name, mobile, certNo } = seen.value;
    return { body: { ...(name !== undefined && { name }), ...(mobile !== undefined && { mobile }), ...(certNo !== undefined && { certNo }) } satisfies PayerInClear };
  },
}];
