import { maxTextsOfPhone, type KeptCode, type TextReader, type TextStore } from '../../../../application/ports/text-books.js';
import type { EpochMs } from '../../../../domain/kernel/china-time.js';
import type { KeptInbound } from '../../../../domain/text-messages/inbound.js';
import type { TextScene } from '../../../../domain/text-messages/templates.js';
import type { TextBlock } from '../../../../domain/text-messages/text-block.js';
import { textMessageArrows, type TextMessage, type TextMessageState } from '../../../../domain/text-messages/text-message.js';
import { epochMs, int } from './codecs.js';
import { stateOf } from './domain-codecs.js';
import type { SqlEngine } from './engine.js';
import { addOnce } from './looked-up-insert.js';
import { blockTable, codeTable, inboundTable, messageTable, type MessageRow } from './text-columns.js';
import type { TextSeal } from './text-seal.js';
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
  async inGroup(groupNo: string, phone: string): Promise<TextMessage | undefined> { return this.#first({ groupNo, phoneIndex: this.seal.phoneIndex(phone) }); }

  async phoneOf(messageId: string): Promise<string | undefined> {
    const row = await messageTable.first(this.#session, { messageId });
    return row && this.seal.openPhone(messageId, row.sealedPhone);
  }

  async toPhone(phone: string, since: EpochMs): Promise<readonly TextMessage[]> {
    const rows: unknown = await messageTable.matching(this.#session, { phoneIndex: this.seal.phoneIndex(phone) }).where(createdAt, '>=', since)
      .orderBy([{ column: createdAt, order: 'desc' }, { column: messageTable.column('messageId'), order: 'desc' }]).limit(maxTextsOfPhone);
    return messageTable.list(rows).map(messageOf);
  }

  async askedFrom(asker: string, since: EpochMs): Promise<readonly EpochMs[]> {
    const rows: unknown = await this.#session.reading.table(messageTable.name).select(createdAt).where(askerIndex, this.seal.askerIndex(asker)).where(createdAt, '>=', since)
      .orderBy([{ column: createdAt, order: 'desc' }]).limit(maxTextsOfPhone);
    return (rows as readonly Readonly<Record<string, unknown>>[]).map((row) => epochMs.decode(row[createdAt]));
  }

  async about(scene: TextScene, bizKey: string): Promise<readonly TextMessage[]> {
    return (await messageTable.sorted(this.#session, { scene, bizKey }, ['createdAt', 'messageId'])).map(messageOf);
  }

  async block(phone: string): Promise<TextBlock | undefined> {
    const row = await blockTable.first(this.#session, { phoneIndex: this.seal.phoneIndex(phone) });
    if (!row) return undefined;
    const { phoneIndex: _, ...block } = row;
    return block;
  }

  async code(scene: TextScene, phone: string): Promise<KeptCode | undefined> {
    const row = await codeTable.first(this.#session, { scene, phoneIndex: this.seal.phoneIndex(phone) });
    if (!row) return undefined;
    const { phoneIndex: _, ...code } = row;
    return code;
  }

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
    return addOnce(messageTable, this.#unit, this.#engine, { scene, bizKey, phoneIndex }, row);
  }

  /** What a message is about and whom it goes to never changes, and is left as it is. */
  put(message: TextMessage): Promise<void> { return messageTable.put(this.#unit, { ...message, sealedPhone: '', phoneIndex: '', askerIndex: undefined }); }

  addBlock(phone: string, block: TextBlock): Promise<'added' | 'exists'> {
    const phoneIndex = this.seal.phoneIndex(phone);
    return addOnce(blockTable, this.#unit, this.#engine, { phoneIndex }, { ...block, phoneIndex });
  }
  putBlock(phone: string, block: TextBlock): Promise<void> { return blockTable.put(this.#unit, { ...block, phoneIndex: this.seal.phoneIndex(phone) }); }

  addCode(phone: string, code: KeptCode): Promise<'added' | 'exists'> {
    const phoneIndex = this.seal.phoneIndex(phone);
    return addOnce(codeTable, this.#unit, this.#engine, { scene: code.scene, phoneIndex }, { ...code, phoneIndex });
  }
  putCode(phone: string, code: KeptCode): Promise<void> { return codeTable.put(this.#unit, { ...code, phoneIndex: this.seal.phoneIndex(phone) }); }

  addInbound({ content, ...inbound }: KeptInbound, phone: string, saidKey: string): Promise<'added' | 'exists'> {
    const saidIndex = this.seal.saidIndex(saidKey);
    // An empty text can come from a phone; nothing cannot be stored.
    const sealedContent = this.seal.sealContent(saidIndex, content);
    return addOnce(inboundTable, this.#unit, this.#engine, { saidIndex },
      { ...inbound, saidIndex, sealedPhone: this.seal.sealPhone('text_inbound', saidIndex, phone), phoneIndex: this.seal.phoneIndex(phone), sealedContent });
  }
}
