import { maxForgottenTexts, maxTextsOfPhone, type TextStore } from '../../../../application/ports/text-books.js';
import { maskMobile } from '../../../../domain/kernel/personal-data.js';
import type { TextMessage, TextMessageState } from '../../../../domain/text-messages/text-message.js';
import { withinMaxRows } from '../sql/row-limits.js';
import { addOnce, put, seen, writing, type View } from './memory-stores.js';
import { joined, putVersioned } from './memory-table.js';
import type { MemoryText } from './memory-text-rows.js';

const messageOf = ({ phone: _1, asker: _2, forgottenAt: _3, ...message }: MemoryText): TextMessage => message;
const newestFirst = (a: TextMessage, b: TextMessage): number => b.createdAt - a.createdAt || (a.messageId < b.messageId ? 1 : -1);

/** Text messages over the memory tables. */
export function textStore(view: View): TextStore {
  const { texts, textBlocks, textCodes, inboundTexts } = view.tables;
  // Of a message that was forgotten the groups still know.
  const toPhone = (phone: string): readonly MemoryText[] => texts.group('phone', phone, seen(view)).filter((row) => row.phone === phone);
  const one = (row: MemoryText | undefined): TextMessage | undefined => row && messageOf(row);
  return {
    byId: async (messageId) => one(texts.get(messageId, seen(view))),
    phoneOf: async (messageId) => texts.get(messageId, seen(view))?.phone || undefined,
    inGroup: async (groupNo, phone) => one(toPhone(phone).find((row) => row.groupNo === groupNo)),
    toPhone: async (phone, since) => toPhone(phone).filter(({ createdAt }) => createdAt >= since).sort(newestFirst).slice(0, maxTextsOfPhone).map(messageOf),
    askedFrom: async (asker, since) => texts.group('asker', asker, seen(view)).filter((row) => row.asker === asker && row.createdAt >= since).sort(newestFirst)
      .slice(0, maxTextsOfPhone).map(({ createdAt }) => createdAt),
    about: async (scene, bizKey) => withinMaxRows('texts', texts.group('about', joined(scene, bizKey), seen(view))).sort((a, b) => -newestFirst(a, b)).map(messageOf),
    block: async (phone) => without(textBlocks.get(phone, seen(view))),
    code: async (scene, phone) => without(textCodes.get(joined(scene, phone), seen(view))),
    counts: async (since) => counted(texts.all(seen(view)).filter(({ createdAt }) => createdAt >= since)),
    add: async (message, phone, asker) => {
      writing(view);
      if (texts.group('about', joined(message.scene, message.bizKey), true).some((row) => row.phone === phone)) return 'exists';
      if (!texts.insert({ ...message, phone, asker, forgottenAt: undefined })) throw new Error('a message number was given twice');
      return 'added';
    },
    put: async (message) => {
      const { phone, asker, forgottenAt } = texts.get(message.messageId, true) ?? { phone: '', asker: undefined, forgottenAt: undefined };
      await put(view, texts, message.messageId, { ...message, phone, asker, forgottenAt });
    },
    addBlock: (phone, block) => addOnce(view, textBlocks, { ...block, phone }),
    putBlock: (phone, block) => put(view, textBlocks, phone, { ...block, phone }),
    addCode: (phone, code) => addOnce(view, textCodes, { ...code, phone }),
    putCode: (phone, code) => put(view, textCodes, joined(code.scene, phone), { ...code, phone }),
    addInbound: (inbound, phone, saidKey) => addOnce(view, inboundTexts, { ...inbound, phone, saidKey }),
    forgetMessages: async (endedBefore, at) => {
      writing(view);
      const due = oldest(texts.all(true).filter(({ endedAt, forgottenAt }) => forgottenAt === undefined && endedAt !== undefined && endedAt < endedBefore), ({ endedAt }) => endedAt ?? 0, ({ messageId }) => messageId);
      for (const row of due) putVersioned(texts, row.messageId, { ...row, phone: '', maskedPhone: maskMobile(''), params: undefined, asker: undefined, forgottenAt: at });
      return due.length;
    },
    forgetInbound: async (receivedBefore) => {
      writing(view);
      const due = oldest(inboundTexts.all(true).filter(({ receivedAt }) => receivedAt < receivedBefore), ({ receivedAt }) => receivedAt, ({ inboundNo }) => inboundNo);
      for (const { saidKey } of due) inboundTexts.remove(saidKey);
      return due.length;
    },
    forgetCodes: async (madeBefore) => {
      writing(view);
      const due = oldest(textCodes.all(true).filter(({ madeAt }) => madeAt < madeBefore), ({ madeAt }) => madeAt, ({ phone }) => phone);
      for (const { scene, phone } of due) textCodes.remove(joined(scene, phone));
      return due.length;
    },
  };
}

const oldest = <T>(rows: readonly T[], at: (row: T) => number, no: (row: T) => string): readonly T[] =>
  [...rows].sort((a, b) => at(a) - at(b) || (no(a) < no(b) ? -1 : 1)).slice(0, maxForgottenTexts);

function without<T extends { readonly phone: string }>(row: T | undefined): Omit<T, 'phone'> | undefined {
  if (row === undefined) return undefined;
  const { phone: _, ...rest } = row;
  return rest;
}

function counted(rows: readonly TextMessage[]): readonly { readonly state: TextMessageState; readonly count: number }[] {
  const counts = new Map<TextMessageState, number>();
  for (const { state } of rows) counts.set(state, (counts.get(state) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([state, count]) => ({ state, count }));
}
