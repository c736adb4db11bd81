import type { DeveloperShelf, DeveloperShelfStore } from '../../../../application/ports/directory-books.js';
import { ConcurrentChange } from '../../../../application/ports/unit-of-work.js';
import type { FieldPlace, Vault } from '../../../../application/ports/vault.js';
import type { Developer } from '../../../../domain/directory/developer.js';
import { optional, text } from './codecs.js';
import type { DirectoryCodes, WithCode } from './directory-codes.js';
import { developerOf, developerRow, developerTable, type DeveloperRow } from './directory-columns.js';
import type { SqlEngine } from './engine.js';
import { codedKind, SqlShelf, SqlShelfStore, type ShelfKind } from './sql-shelf.js';
import { archiveName } from './sql-table.js';
import type { Session, WritingSession } from './unit-scope.js';

type CodedDeveloper = WithCode<DeveloperRow>;
export type FieldVault = Pick<Vault, 'seal' | 'open'>;
const kindOf = (codes: DirectoryCodes): ShelfKind<Developer, CodedDeveloper> => codedKind(codes, developerTable, ['devId'], developerRow, developerOf);
/** Beside the columns of the row, so that no change of a developer has to know the number (ENC-01). */
const sealedMobile = 'sealed_mobile';
const sealed = optional(text(300));
const placeOf = (devId: string): FieldPlace => ({ table: developerTable.name, column: sealedMobile, rowId: devId });
/** A developer whose numbers stand here is kept. */
const usedIn: readonly string[] = ['pay_order', archiveName('pay_order'), 'payment_notice'];

async function openMobile(session: Session, vault: FieldVault, devId: string): Promise<string | undefined> {
  const rows: unknown = await session.reading.table(developerTable.name).select(sealedMobile).where(developerTable.condition({ devId })).limit(1);
  const [row] = Array.isArray(rows) ? rows as readonly Readonly<Record<string, unknown>>[] : [];
  const kept = sealed.decode(row?.[sealedMobile]);
  return kept === undefined ? undefined : vault.open(placeOf(devId), kept);
}

async function isUsed(session: Session, devId: string): Promise<boolean> {
  for (const name of usedIn) {
    const rows: unknown = await session.reading.table(name).select('dev_id').where({ dev_id: devId }).limit(1);
    if (Array.isArray(rows) && rows.length > 0) return true;
  }
  return false;
}

export class SqlDeveloperShelf extends SqlShelf<Developer, CodedDeveloper, 'devId'> implements DeveloperShelf {
  readonly #session: Session;
  readonly #vault: FieldVault;
  constructor(session: Session, vault: FieldVault, codes: DirectoryCodes) {
    super(session, kindOf(codes));
    [this.#session, this.#vault] = [session, vault];
  }

  async mobileOf(devId: string): Promise<string | undefined> { return openMobile(this.#session, this.#vault, devId); }
  async isUsed(devId: string): Promise<boolean> { return isUsed(this.#session, devId); }
}

export class SqlDeveloperShelfStore extends SqlShelfStore<Developer, CodedDeveloper, 'devId'> implements DeveloperShelfStore {
  readonly #unit: WritingSession;
  readonly #vault: FieldVault;
  constructor(unit: WritingSession, engine: SqlEngine, vault: FieldVault, codes: DirectoryCodes, changed: () => void) {
    super(unit, engine, kindOf(codes), changed);
    [this.#unit, this.#vault] = [unit, vault];
  }

  async mobileOf(devId: string): Promise<string | undefined> { return openMobile(this.#unit, this.#vault, devId); }
  async isUsed(devId: string): Promise<boolean> { return isUsed(this.#unit, devId); }

  async putMobile(devId: string, mobile: string | undefined): Promise<void> {
    const kept = mobile === undefined ? undefined : this.#vault.seal(placeOf(devId), mobile);
    const changed: unknown = await this.#unit.writing().table(developerTable.name).where(developerTable.condition({ devId })).update({ [sealedMobile]: sealed.encode(kept) });
    if (changed !== 1) throw new ConcurrentChange('there is no such developer');
  }
}
