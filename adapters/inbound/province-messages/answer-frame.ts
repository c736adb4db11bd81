import type { Journal } from '../../../application/ports/journal.js';
import type { PaidFrames, PaidFrameVerdict } from '../../../application/ports/province.js';
import type { NoticePaid } from '../../../domain/payment-notices/province-report.js';
import type { HeardMessages } from './heard-messages.js';

export type PaidOutcome = { readonly kind: 'taken' } | { readonly kind: 'unknown-notice' } | { readonly kind: 'amount-differs' };

/** The use case that a paid message goes to. Returns after everything is stored; safe to repeat. */
export interface ReceivePaid { run(region: string, paid: NoticePaid): Promise<PaidOutcome> }

/** One province that calls us on a line of its own. */
export interface ProvinceToHear {
  readonly region: string;
  readonly frames: PaidFrames;
  readonly receive: ReceivePaid;
  readonly clock: { now(): number };
  readonly journal: Journal;
}

type PaidFrame = Extract<PaidFrameVerdict, { kind: 'paid' }>;

const words: Readonly<Record<PaidOutcome['kind'], string>> = { taken: '成功', 'unknown-notice': '缴款码不存在', 'amount-differs': '金额不符' };

/** Our answer to one frame; undefined where a stranger gets none. Success is said only after the use case has returned. */
export async function answerFrame(province: ProvinceToHear, heard: HeardMessages, frame: Uint8Array): Promise<Uint8Array | undefined> {
  const { region, frames, clock, journal } = province;
  const verdict = await frames.read(frame, clock.now());
  if (verdict.kind === 'untrue') {
    journal.warn('province-frame-refused', { region, why: verdict.why });
    return undefined;
  }
  if (verdict.kind === 'not-for-us') {
    journal.warn('province-frame-refused', { region, why: verdict.why });
    return verdict.reply('failed', verdict.why === 'foreign' ? '节点编码不符' : '不支持的报文或报文有误');
  }
  switch (heard.hear(verdict.messageId, verdict.digest)) {
    case 'taken-before': return verdict.reply('done', words.taken);
    case 'other-content':
      journal.warn('province-frame-refused', { region, why: 'replayed' });
      return verdict.reply('failed', '报文标识号重复且内容不同');
    case 'new': return handOn(province, heard, verdict);
  }
}

async function handOn({ region, receive, journal }: ProvinceToHear, heard: HeardMessages, { paid, messageId, reply }: PaidFrame): Promise<Uint8Array> {
  try {
    const { kind } = await receive.run(region, paid);
    if (kind === 'taken') heard.taken(messageId);
    journal.info('province-paid-message', { region, payCode: paid.payCode, outcome: kind });
    return await reply(kind === 'taken' ? 'done' : 'failed', words[kind]);
  } catch (error) {
    // A fault must not look like an acceptance: the province repeats what was not stored.
    journal.fault('province-paid-message', error, { region });
    return reply('failed', '暂时不能处理，请重发');
  }
}
