import type { Callback } from '../../domain/callbacks/callback.js';
import { noon } from './moments.js';
import { attemptNo, orderNo } from './payments.js';

export function aCallback(changes: Partial<Callback> = {}): Callback {
  return {
    callbackId: `pay-${attemptNo}`, kind: 'payment', platformOrderNo: orderNo, platformRefundOrderNo: undefined, devId: 'D1', merchantNo: 'M1',
    url: 'https://biz.example/notify', toldState: 'paid', content: '{}', passbackParams: undefined, state: 'pending', tries: 0, firstTriedAt: undefined,
    lastTriedAt: undefined, nextTryAt: noon, lastAnswer: undefined, acceptedAt: undefined, createdAt: noon, version: 1, ...changes,
  };
}
