import type { Actor } from '../../domain/audit/audit-entry.js';
import type { EpochMs } from '../../domain/kernel/china-time.js';
import { maskMobile } from '../../domain/kernel/personal-data.js';
import type { TextBlock } from '../../domain/text-messages/text-block.js';
import type { Stores } from '../ports/unit-of-work.js';

export interface BlockChange {
  /** As `readMobile` gives it. */
  readonly phone: string;
  readonly isBlocked: boolean; readonly cause: TextBlock['cause']; readonly actor: Actor; readonly entryId: string; readonly now: EpochMs;
}

/** Takes a phone out of notices or lets it in again, with its audit entry. `unchanged` where it is so already. */
export async function setBlock({ texts, audit }: Stores, { phone, isBlocked, cause, actor, entryId, now }: BlockChange): Promise<'changed' | 'unchanged'> {
  const known = await texts.block(phone);
  if ((known?.isBlocked ?? false) === isBlocked) return 'unchanged';
  const maskedPhone = maskMobile(phone);
  if (known) await texts.putBlock(phone, { ...known, isBlocked, cause, changedAt: now });
  else if (await texts.addBlock(phone, { maskedPhone, isBlocked, cause, changedAt: now, version: 1 }) === 'exists') throw new Error('a block appeared under our eyes');
  const word = cause === 'opt-out' ? '用户短信退订' : '运营人员设置';
  await audit.append({
    entryId, at: now, actor, action: isBlocked ? 'text.blocked' : 'text.unblocked', objectKind: 'text-block', objectNo: maskedPhone,
    description: isBlocked ? `${word}：不再向该手机号发送通知短信` : `${word}：恢复向该手机号发送通知短信`, before: { blocked: String(!isBlocked) }, after: { blocked: String(isBlocked), cause }, requestId: undefined,
  });
  return 'changed';
}
