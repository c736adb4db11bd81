import type { DirectoryReader, DirectoryStore } from '../../../../application/ports/directory-books.js';
import type { Developer } from '../../../../domain/directory/developer.js';
import type { Institution } from '../../../../domain/directory/institution.js';
import { channelMerchantTable, developerOf, developerRow, developerTable, industryTable, institutionTable, payeeChannelTable, payeeTable, regionTable, type DeveloperRow, type InstitutionRow } from './directory-columns.js';
import type { SqlEngine } from './engine.js';
import type { InstitutionSeal } from './institution-seal.js';
import { plainKind, SqlShelf, SqlShelfStore, type ShelfKind } from './sql-shelf.js';
import type { Session, WritingSession } from './unit-scope.js';

const developerKind: ShelfKind<Developer, DeveloperRow> = { table: developerTable, key: ['devId'], toRow: developerRow, fromRow: developerOf };
const kinds = {
  developers: developerKind, payees: plainKind(payeeTable, ['merchantNo']), channelMerchants: plainKind(channelMerchantTable, ['channelMerchantId']),
  payeeChannels: plainKind(payeeChannelTable, ['merchantNo', 'channelMerchantId']), regions: plainKind(regionTable, ['regionCode']), industries: plainKind(industryTable, ['industryCode']),
} as const;

const institutionKind = (seal: InstitutionSeal): ShelfKind<Institution, InstitutionRow> =>
  ({ table: institutionTable, key: ['institutionNo'], toRow: (institution) => seal.toRow(institution), fromRow: (row) => seal.fromRow(row) });

export const sqlDirectoryReader = (session: Session, seal: InstitutionSeal): DirectoryReader => ({
  developers: new SqlShelf(session, kinds.developers), payees: new SqlShelf(session, kinds.payees), channelMerchants: new SqlShelf(session, kinds.channelMerchants),
  payeeChannels: new SqlShelf(session, kinds.payeeChannels), regions: new SqlShelf(session, kinds.regions), industries: new SqlShelf(session, kinds.industries),
  institutions: new SqlShelf(session, institutionKind(seal)),
});

export const sqlDirectoryStore = (unit: WritingSession, engine: SqlEngine, seal: InstitutionSeal, changed: () => void): DirectoryStore => ({
  developers: new SqlShelfStore(unit, engine, kinds.developers, changed), payees: new SqlShelfStore(unit, engine, kinds.payees, changed),
  channelMerchants: new SqlShelfStore(unit, engine, kinds.channelMerchants, changed), payeeChannels: new SqlShelfStore(unit, engine, kinds.payeeChannels, changed),
  regions: new SqlShelfStore(unit, engine, kinds.regions, changed), industries: new SqlShelfStore(unit, engine, kinds.industries, changed),
  institutions: new SqlShelfStore(unit, engine, institutionKind(seal), changed),
});
