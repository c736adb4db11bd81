import type { TObject } from '@sinclair/typebox';
import type { LookRefusal } from '../../../application/access/look-in-clear.js';
import type { ContactKind, SeeContactMobile } from '../../../application/access/see-contact-mobile.js';
import type { SeePersonalData } from '../../../application/access/see-personal-data.js';
import {
  mobileInClear, payerInClear, seeDeveloperContact, seeInstitutionContact, seeOperatorContact, seePayer, type MobileInClear, type PayerInClear, type SeeDeveloperContactBody, type SeeInstitutionContactBody, type SeeOperatorContactBody,
  type SeePayerBody,
} from '../../../contracts/console/personal-data.js';
import { acting } from './acting.js';
import { refused, type ConsoleRoute, type OwnCall, type Refusal } from './route.js';

export interface PersonalDataDeps { readonly seePersonalData: Pick<SeePersonalData, 'run'>; readonly seeContactMobile: Pick<SeeContactMobile, 'run'> }
interface ContactFacts { readonly kind: ContactKind; readonly noun: string; readonly access: { readonly permission: string }; readonly summary: string; readonly body: TObject }

const refusing = (words: Readonly<Record<LookRefusal, string>>): Readonly<Record<LookRefusal | 'too-many', Refusal>> => ({
  unknown: refused('NOT_FOUND', { message: words.unknown }), 'nothing-kept': refused('REFUSED', { message: words['nothing-kept'] }), 'too-many': refused('TOO_MANY', { message: '查看过于频繁，请稍后再试' }),
});
const ofPayer = refusing({ unknown: '没有这个支付订单', 'nothing-kept': '此订单没有留下付款人的信息' });

/**
 * 查看完整个人信息: by right, with the second factor shown anew, with a reason, one of them at a time, and audited. Whoever is limited to a part of the rows sees payers of its own orders; operators, institutions and developers
 * belong to no payee, so that such an account is refused all of them alike, its own institution too.
 */
export function personalDataRoutes({ seePersonalData, seeContactMobile }: PersonalDataDeps): readonly ConsoleRoute[] {
  const contact = <Body extends { readonly reason: string }>({ kind, noun, ...facts }: ContactFacts, noOf: (body: Body) => string): ConsoleRoute => {
    const words = refusing({ unknown: `没有这个${noun}`, 'nothing-kept': '没有登记手机号' });
    return {
      ...facts, name: `${kind}s.contact`, method: 'POST', path: `/${kind}s/contact`, stepUp: true, answer: mobileInClear, refuses: ['NOT_FOUND', 'REFUSED', 'TOO_MANY'],
      handle: async (call: OwnCall<Body>) => {
        const seen = await seeContactMobile.run(acting(call), { kind, no: noOf(call.body) }, call.body.reason);
        return seen.ok ? { body: { mobile: seen.value } satisfies MobileInClear } : words[seen.refusal];
      },
    };
  };
  return [
    {
      name: 'orders.payer', method: 'POST', path: '/orders/payer', access: { permission: 'service-desk.personal-data.read' }, stepUp: true, about: [{ kind: 'order', field: 'platformOrderNo' }], summary: '查看付款人的完整信息', body: seePayer, answer: payerInClear, refuses: ['REFUSED', 'TOO_MANY'],
      handle: async (call: OwnCall<SeePayerBody>) => {
        const seen = await seePersonalData.run(acting(call), call.body.platformOrderNo, call.body.reason);
        if (!seen.ok) return ofPayer[seen.refusal];
        const { name, mobile, certNo } = seen.value;
        return { body: { ...(name !== undefined && { name }), ...(mobile !== undefined && { mobile }), ...(certNo !== undefined && { certNo }) } satisfies PayerInClear };
      },
    },
    contact<SeeOperatorContactBody>({ kind: 'operator', noun: '操作员', access: { permission: 'platform.operators.contact' }, summary: '查看操作员的完整手机号', body: seeOperatorContact }, ({ operatorNo }) => operatorNo),
    contact<SeeInstitutionContactBody>({ kind: 'institution', noun: '收款机构', access: { permission: 'config.institutions.contact' }, summary: '查看收款机构联系人的完整手机号', body: seeInstitutionContact }, ({ institutionNo }) => institutionNo),
    contact<SeeDeveloperContactBody>({ kind: 'developer', noun: '开发者', access: { permission: 'platform.developers.contact' }, summary: '查看开发者联系人的完整手机号', body: seeDeveloperContact }, ({ devId }) => devId),
  ];
}
