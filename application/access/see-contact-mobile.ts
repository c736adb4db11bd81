import { maskMobile } from '../../domain/kernel/personal-data.js';
import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import type { Acting } from '../../domain/operators/acting.js';
import type { Stores } from '../ports/unit-of-work.js';
import { lookInClear, type LookParts, type SeeRefusal } from './look-in-clear.js';

/** Whose number it is: an operator's own, or of whom an institution or a developer names as its contact. `no`: by which number that one is known. */
export type ContactKind = 'operator' | 'institution' | 'developer';
export interface Contact { readonly kind: ContactKind; readonly no: string }

interface Found { readonly whose: string; readonly mobile: string | undefined }

const finders: Readonly<Record<ContactKind, (stores: Stores, no: string) => Promise<Found | undefined>>> = {
  operator: async ({ operators }, operatorNo) => {
    const operator = await operators.byNo(operatorNo);
    return operator && { whose: `操作员 ${operator.account} `, mobile: await operators.mobileOf(operatorNo) };
  },
  institution: async ({ directory }, institutionNo) => {
    const institution = await directory.institutions.one({ institutionNo });
    return institution && { whose: `收款机构 ${institutionNo} 联系人`, mobile: institution.contactMobile };
  },
  developer: async ({ directory }, devId) => {
    const developer = await directory.developers.one({ devId });
    return developer && { whose: `开发者 ${devId} 联系人`, mobile: await directory.developers.mobileOf(devId) };
  },
};

/** The mobile number of somebody who works with the platform, in clear: one at a time, with a reason, and written down with its mask (ENC-04, PRV-02). */
export class SeeContactMobile {
  readonly #parts: LookParts;
  constructor(parts: LookParts) { this.#parts = parts; }

  async run(acting: Acting, { kind, no }: Contact, reason: string): Promise<Result<string, SeeRefusal>> {
    return lookInClear<string>(this.#parts, acting, async (stores) => {
      const found = await finders[kind](stores, no);
      if (found === undefined) return refuse('unknown');
      const { whose, mobile } = found;
      if (mobile === undefined || mobile === '') return refuse('nothing-kept');
      return ok({ shown: mobile, deed: { action: 'personal-data.seen', objectKind: kind, objectNo: no, description: `查看${whose}的完整手机号`, after: { seen: maskMobile(mobile), reason } } });
    });
  }
}
