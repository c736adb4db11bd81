import { maxForgottenTexts, maxTextsOfPhone, type KeptCode, type TextReader, type TextStore } from '../../../../application/ports/text-books.js';
import type { EpochMs } from '../../../../domain/kernel/china-time.js';
import { maskMobile } from '../../../../domain/kernel/personal-data.js';
import type { KeptInbound } from '../../../../domain/text-messages/inbound.js';
import type { TextScene } from '../../../../domain/text-messages/templates.js';
import type { TextBlock } from '../../../../domain/text-messages/text-block.js';
import { textMessageArrows, type TextMessage, type TextMessageState } from '../../../../domain/text-messages/text-message.js';
import { epochMs, int, text } from './codecs.js';
import { stateOf } from './domain-codecs.js';
import type { SqlEngine } from './engine.js';
import { blockTable, codeTable, forgottenMessageTable, inboundTable, messageTable, type BlockRow, type CodeRow, type MessageRow } from './text-columns.js';
import { filledUp } from './stored-values.js';
import type { TextSeal } from './text-seal.js';
import { addOnceIndexed, indexed, putIndexed, whereIndexed, type Sought } from './under-any-key.js';
import type { Session, WritingSession } from './unit-scope.js';

const [createdAt, askerIndex, state] = [messageTable.column('createdAt'), messageTable.column('askerIndex'), messageTable.column('state')];

/** The row without what only a store knows. */
function messageOf({ sealedPhone: _1, phoneIndex: _2, askerIndex: _3, ...message }: MessageRow): TextMessage { return message; }

export class SqlTextReader implements TextReader {
  readonly #session: Session;
  protected readonly seal: TextSeal;
  constructor(session: Session, seal: TextSeal) {
    this.#session = session;
    this.seal = seal;
  }

  async byId(messageId: string): Promise<TextMessage | undefined> { return this.#first({ messageId }); }
  async inGroup(groupNo: string, phone: string): Promise<TextMessage | undefined> {
    const rows: unknown = await indexed(messageTable, this.#session, { match: { groupNo }, property: 'phoneIndex', indexes: this.seal.phoneIndexes(phone) }).limit(1);
    return messageTable.list(rows).map(messageOf)[0];
  }

  async phoneOf(messageId: string): Promise<string | undefined> {
    const row = await messageTable.first(this.#session, { messageId });
    const phone = row && this.seal.openPhone(messageId, row.sealedPhone);
    return phone === '' ? undefined : phone;
  }

  async toPhone(phone: string, since: EpochMs): Promise<readonly TextMessage[]> {
    const rows: unknown = await indexed(messageTable, this.#session, { property: 'phoneIndex', indexes: this.seal.phoneIndexes(phone) }).where(createdAt, '>=', since)
      .orderBy([{ column: createdAt, order: 'desc' }, { column: messageTable.column('messageId'), order: 'desc' }]).limit(maxTextsOfPhone);
    return messageTable.list(rows).map(messageOf);
  }

  async askedFrom(asker: string, since: EpochMs): Promise<readonly EpochMs[]> {
    const rows: unknown = await whereIndexed(this.#session.reading.table(messageTable.name).select(createdAt), askerIndex, this.seal.askerIndexes(asker)).where(createdAt, '>=', since)
      .orderBy([{ column: createdAt, order: 'desc' }]).limit(maxTextsOfPhone);
    return (rows as readonly Readonly<Record<string, unknown>>[]).map((row) => epochMs.decode(row[createdAt]));
  }

  async about(scene: TextScene, bizKey: string): Promise<readonly TextMessage[]> {
    return (await messageTable.sorted(this.#session, { scene, bizKey }, ['createdAt', 'messageId'])).map(messageOf);
  }

  /** Of two, which only clocks far apart could make, the one that keeps texts away: an opt-out is never missed. */
  async block(phone: string): Promise<TextBlock | undefined> {
    const sought = this.blockOf(phone);
    const rows = blockTable.list(await indexed(blockTable, this.#session, sought).limit(sought.indexes.length));
    const row = rows.find(({ isBlocked }) => isBlocked) ?? rows[0];
    if (!row) return undefined;
    const { phoneIndex: _, ...block } = row;
    return block;
  }

  async code(scene: TextScene, phone: string): Promise<KeptCode | undefined> {
    const sought = this.codeOf(scene, phone);
    const [row] = codeTable.list(await indexed(codeTable, this.#session, sought).limit(sought.indexes.length)).sort((a, b) => b.madeAt - a.madeAt);
    if (!row) return undefined;
    const { phoneIndex: _, ...code } = row;
    return code;
  }

  protected blockOf(phone: string): Sought<BlockRow> { return { property: 'phoneIndex', indexes: this.seal.phoneIndexes(phone) }; }
  protected codeOf(scene: TextScene, phone: string): Sought<CodeRow> { return { match: { scene }, property: 'phoneIndex', indexes: this.seal.phoneIndexes(phone) }; }

  async counts(since: EpochMs): Promise<readonly { readonly state: TextMessageState; readonly count: number }[]> {
    const rows: unknown = await this.#session.reading.table(messageTable.name).select(state).count({ total: '*' }).where(createdAt, '>=', since).groupBy(state).orderBy(state);
    return (rows as readonly Readonly<Record<string, unknown>>[]).map((row) => ({ state: stateOf<TextMessageState>(textMessageArrows).decode(row[state]), count: int.decode(row['total']) }));
  }

  async #first(match: Partial<MessageRow>): Promise<TextMessage | undefined> {
    const row = await messageTable.first(this.#session, match);
    return row && messageOf(row);
  }
}

export class SqlTextStore extends SqlTextReader implements TextStore {
  readonly #unit: WritingSession;
  readonly #engine: SqlEngine;
  constructor(unit: WritingSession, seal: TextSeal, engine: SqlEngine) {
    super(unit, seal);
    this.#unit = unit;
    this.#engine = engine;
  }

  add(message: TextMessage, phone: string, asker?: string): Promise<'added' | 'exists'> {
    const { scene, bizKey, messageId } = message;
    const phoneIndex = this.seal.phoneIndex(phone);
    const row = { ...message, sealedPhone: this.seal.sealPhone('text_message', messageId, phone), phoneIndex, askerIndex: asker === undefined ? undefined : this.seal.askerIndex(asker) };
    return addOnceIndexed(messageTable, this.#unit, this.#engine, { match: { scene, bizKey }, property: 'phoneIndex', indexes: this.seal.phoneIndexes(phone) }, this.seal.keys, row);
  }

  /** What a message is about and whom it goes to never changes, and is left as it is. */
  put(message: TextMessage): Promise<void> { return messageTable.put(this.#unit, { ...message, sealedPhone: '', phoneIndex: '', askerIndex: undefined }); }

  addBlock(phone: string, block: TextBlock): Promise<'added' | 'exists'> {
    return addOnceIndexed(blockTable, this.#unit, this.#engine, this.blockOf(phone), this.seal.keys, { ...block, phoneIndex: this.seal.phoneIndex(phone) });
  }
  putBlock(phone: string, block: TextBlock): Promise<void> {
    return putIndexed(blockTable, this.#unit, this.#engine, this.blockOf(phone), { ...block, phoneIndex: this.seal.phoneIndex(phone) });
  }

  addCode(phone: string, code: KeptCode): Promise<'added' | 'exists'> {
    return addOnceIndexed(codeTable, this.#unit, this.#engine, this.codeOf(code.scene, phone), this.seal.keys, { ...code, phoneIndex: this.seal.phoneIndex(phone) });
  }
  putCode(phone: string, code: KeptCode): Promise<void> {
    return putIndexed(codeTable, this.#unit, this.#engine, this.codeOf(code.scene, phone), { ...code, phoneIndex: this.seal.phoneIndex(phone) });
  }

  addInbound({ content, ...inbound }: KeptInbound, phone: string, saidKey: string): Promise<'added' | 'exists'> {
    const indexes = this.seal.saidIndexes(saidKey);
    const [saidIndex = ''] = indexes;
    // An empty text can come from a phone; nothing cannot be stored.
    const sealedContent = this.seal.sealContent(saidIndex, content);
    return addOnceIndexed(inboundTable, this.#unit, this.#engine, { property: 'saidIndex', indexes }, this.seal.keys,
      { ...inbound, saidIndex, sealedPhone: this.seal.sealPhone('text_inbound', saidIndex, phone), phoneIndex: this.seal.phoneIndex(phone), sealedContent });
  }

  async forgetMessages(endedBefore: EpochMs, at: EpochMs): Promise<number> {
    const [no, version, forgottenAt, endedAt] = [messageTable.column('messageId'), messageTable.column('version'), forgottenMessageTable.column('forgottenAt'), messageTable.column('endedAt')];
    const rows: unknown = await this.#unit.reading.table(messageTable.name).select(no, version).whereNull(forgottenAt).where(endedAt, '<', endedBefore).orderBy([endedAt, no]).limit(maxForgottenTexts);
    const due = (rows as readonly Readonly<Record<string, unknown>>[]).map((row) => ({ messageId: text(32).decode(row[no]), version: int.decode(row[version]) }));
    for (const { messageId, version: seen } of due) {
      // Nothing is sealed like a number, so that whoever goes through the rows finds no other shape; its own number keeps the message one of a kind, and no phone leads to it.
      await forgottenMessageTable.put(this.#unit, { messageId, sealedPhone: this.seal.sealPhone('text_message', messageId, ''), phoneIndex: messageId, maskedPhone: maskMobile(''), params: undefined, askerIndex: undefined, forgottenAt: at, version: seen });
    }
    return due.length;
  }

  async forgetInbound(receivedBefore: EpochMs): Promise<number> {
    const [said, receivedAt, inboundNo] = [inboundTable.column('saidIndex'), inboundTable.column('receivedAt'), inboundTable.column('inboundNo')];
    const rows: unknown = await this.#unit.reading.table(inboundTable.name).select(said).where(receivedAt, '<', receivedBefore).orderBy([receivedAt, inboundNo]).limit(maxForgottenTexts);
    const due = (rows as readonly Readonly<Record<string, unknown>>[]).map((row) => text(64).decode(row[said]));
    return due.length === 0 ? 0 : int.decode(await this.#unit.writing().table(inboundTable.name).whereIn(said, filledUp(due) as string[]).delete());
  }

  async forgetCodes(madeBefore: EpochMs): Promise<number> {
    const [madeAt, phoneIndex, codeScene] = [codeTable.column('madeAt'), codeTable.column('phoneIndex'), codeTable.column('scene')];
    const rows: unknown = await this.#unit.reading.table(codeTable.name).select(codeTable.columnNames).where(madeAt, '<', madeBefore).orderBy([madeAt, phoneIndex, codeScene]).limit(maxForgottenTexts);
    const due = codeTable.list(rows);
    let forgotten = 0;
    // As it was read: one that was asked for in this moment stays, and of two rounds at once one counts it.
    for (const { scene, phoneIndex: phone, version } of due) forgotten += int.decode(await this.#unit.writing().table(codeTable.name).where(codeTable.condition({ scene, phoneIndex: phone, version })).delete());
    return forgotten;
  }
}
