import type { PersonalBillPush } from '../../domain/personal-bills/personal-bill-push.js';
import { noon } from './moments.js';
import { orderNo } from './payments.js';

/** A push that nobody has tried. */
export function aPersonalBillPush(changes: Partial<PersonalBillPush> = {}): PersonalBillPush {
  return {
    platformOrderNo: orderNo, bizOrderNo: 'B1', devId: 'D1', merchantNo: 'M1', contentDigest: 'c'.repeat(64), billState: 'paid', state: 'pending', tries: 0,
    firstTriedAt: undefined, lastTriedAt: undefined, nextTryAt: noon, lastAnswer: undefined, acceptedAt: undefined, createdAt: noon, version: 1, ...changes,
  };
}
