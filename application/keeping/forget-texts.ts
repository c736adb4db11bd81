import type { Forgotten } from '../../domain/keeping/forgetting.js';
import type { EpochMs } from '../../domain/kernel/china-time.js';
import { maxForgottenTexts } from '../ports/text-books.js';
import type { Stores } from '../ports/unit-of-work.js';

/**
 * A page of texts that are over. Of a message stays that there was one, about what and what became of it; texts from phones and codes go whole, because without the number
 * and the words nothing of them is left.
 */
export async function forgetTexts({ texts }: Pick<Stores, 'texts'>, before: EpochMs, now: EpochMs): Promise<Forgotten> {
  const messages = await texts.forgetMessages(before, now);
  const inbound = await texts.forgetInbound(before);
  const codes = await texts.forgetCodes(before);
  return { counts: { messages, inbound, codes }, isLast: Math.max(messages, inbound, codes) < maxForgottenTexts };
}
