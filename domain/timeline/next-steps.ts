import type { EpochMs } from '../kernel/china-time.js';
import type { NextStep, TimelineSubject } from './timeline.js';

/** Work that waits: its topic and when it is due. */
export interface WaitingWork { readonly topic: string; readonly dueAt: EpochMs }

/** What each kind of work means to somebody who waits for their money or paper. */
const steps: Readonly<Record<string, readonly [subject: TimelineSubject, text: string]>> = {
  'query-attempt': ['payment', '向支付渠道查询支付结果'], 'expire-order': ['order', '订单到期，未支付则关闭'], 'deliver-callback': ['callback', '通知业务系统'],
  'refund-by-rule': ['refund', '退回多收的款项'], 'work-refund': ['refund', '向支付渠道办理或查询退款'], 'follow-order': ['order', '安排缴款书、票据和短信'],
  'work-notice': ['payment-notice', '与省级非税系统办理缴款书'], 'work-e-bill': ['e-bill', '开具或核对电子票据'], 'text-payer': ['text-message', '安排短信'],
  'send-text': ['text-message', '发送短信或查询短信回执'], 'push-personal-bill': ['personal-bill', '向城市应用推送个人账单'],
  'fetch-bill': ['settlement', '取渠道账单'], reconcile: ['settlement', '与渠道账单核对'],
};

/** Topics that concern nobody who asks after one order are left out; what was due in the past is done `now`. */
export const nextSteps = (waiting: readonly WaitingWork[], now: EpochMs): readonly NextStep[] => waiting.flatMap(({ topic, dueAt }) => {
  const step = steps[topic];
  return step === undefined ? [] : [{ at: Math.max(dueAt, now), subject: step[0], text: step[1] }];
});
