import type { PersonalBillPush } from '../personal-bills/personal-bill-push.js';
import type { TimelineEntry } from './timeline.js';

const stateWords = { paid: '已缴费', refunded: '已全额退费' } as const;

/** How far the city app knows the record as it stands; nothing before the first try. */
export function entriesOfPersonalBill(push: PersonalBillPush | undefined): readonly TimelineEntry[] {
  if (push?.lastTriedAt === undefined) return [];
  const { state, tries, lastTriedAt, lastAnswer, billState } = push;
  const entry = (at: number, tone: TimelineEntry['tone'], text: string): TimelineEntry =>
    ({ at, subject: 'personal-bill', tone, text, amount: undefined, detail: `第 ${tries} 次${lastAnswer === undefined ? '' : `，对方应答 ${lastAnswer}`}` });
  const about = `个人账单（${stateWords[billState]}）`;
  if (state === 'accepted') return [entry(push.acceptedAt ?? lastTriedAt, 'done', `已向城市应用推送${about}`)];
  return [entry(lastTriedAt, state === 'failed' ? 'problem' : 'waiting', state === 'failed' ? `多次向城市应用推送${about}未成功，等待人工重推` : `向城市应用推送${about}未成功，将再次推送`)];
}
