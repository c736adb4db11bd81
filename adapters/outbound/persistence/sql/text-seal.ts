import type { Vault } from '../../../../application/ports/vault.js';

/** Under which key a phone of a text message, a place that asks, and a repetition are found: one for all tables, so that a phone is the same everywhere. */
export const phoneColumn = 'text_message.phone';
const askerColumn = 'text_message.asker';
const saidColumn = 'text_inbound.said';

/** Name of the place where a text of a phone is sealed, for whoever opens it. */
export const contentPlace = (saidIndex: string) => ({ table: 'text_inbound', column: 'content', rowId: saidIndex });

/** Keeps numbers and what people write out of the database in clear, numbers findable by equality (ENC-01, ENC-03). */
export class TextSeal {
  readonly #vault: Vault;
  constructor(vault: Vault) { this.#vault = vault; }

  phoneIndex(phone: string): string { return this.#vault.blindIndex(phoneColumn, phone); }
  askerIndex(asker: string): string { return this.#vault.blindIndex(askerColumn, asker); }
  /** Under every key, that of today first: what a row may be found by. */
  phoneIndexes(phone: string): readonly string[] { return this.#vault.blindIndexes(phoneColumn, phone); }
  askerIndexes(asker: string): readonly string[] { return this.#vault.blindIndexes(askerColumn, asker); }
  saidIndexes(saidKey: string): readonly string[] { return this.#vault.blindIndexes(saidColumn, saidKey); }
  get keys(): ReturnType<Vault['indexKeys']> { return this.#vault.indexKeys(); }

  sealPhone(table: 'text_message' | 'text_inbound', rowId: string, phone: string): string { return this.#vault.seal({ table, column: 'phone', rowId }, phone); }
  /** Throws TamperedError when the sealed number was changed or moved from another row. */
  openPhone(messageId: string, sealed: string): string { return this.#vault.open({ table: 'text_message', column: 'phone', rowId: messageId }, sealed); }
  sealContent(saidIndex: string, content: string): string { return this.#vault.seal(contentPlace(saidIndex), content); }
}
