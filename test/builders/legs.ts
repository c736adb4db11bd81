import type { LegCheck } from '../../domain/settlement/leg-check.js';
import type { KeptGap } from '../../domain/settlement/order-legs.js';
import { fen } from '../../domain/kernel/money.js';
import { noon } from './moments.js';
import { orderNo } from './payments.js';

export const aLegCheck = (changes: Partial<LegCheck> = {}): LegCheck => ({
  day: '20260508', channelMerchantId: 'CM1', runNo: '20260509090000000001000011', state: 'done', phase: 'again', after: undefined,
  figures: { orders: 12, complete: 10, gaps: { 'e-bill:missing': 2, 'channel:differs': 1 } }, walkedAt: noon, changedAt: noon + 5, lookAt: noon + 3_600_000, oldestAt: noon + 1,
  alarmedAt: undefined, version: 1, ...changes,
});

/** A gap that is open; number `n` of its kind. */
export const aLegGap = (n = 1, changes: Partial<KeptGap> = {}): KeptGap => ({
  gapNo: `202605090905000000010${String(n).padStart(5, '0')}`, day: '20260508', seq: 1, channelMerchantId: 'CM1', platformOrderNo: orderNo, merchantNo: 'M1', bizOrderNo: 'B1', leg: 'e-bill',
  kind: 'missing', expected: fen(8_000), found: undefined, firstSeenAt: noon, closedAt: undefined, version: 1, ...changes,
});
