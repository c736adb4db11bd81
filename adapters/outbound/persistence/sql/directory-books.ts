import type { DirectoryReader, DirectoryStore } from '../../../../application/ports/directory-books.js';
import type { Developer } from '../../../../domain/directory/developer.js';
import { channelMerchantTable, channelTable, developerOf, developerRow, developerTable, industryTable, nontaxRegionTable, payeeChannelTable, payeeTable, regionTable, type DeveloperRow } from './directory-columns.js';
import type { SqlEngine } from './engine.js';
import { menuTable } from './menu-columns.js';
import { plainKind, SqlShelf, SqlShelfStore, type ShelfKind } from './sql-shelf.js';
import type { Session, WritingSession } from './unit-scope.js';

const developerKind: ShelfKind<Developer, DeveloperRow> = { table: developerTable, key: ['devId'], toRow: developerRow, fromRow: developerOf };
const kinds = {
  developers: developerKind, payees: plainKind(payeeTable, ['merchantNo']), channelMerchants: plainKind(channelMerchantTable, ['channelMerchantId']),
  payeeChannels: plainKind(payeeChannelTable, ['merchantNo', 'channelMerchantId']), regions: plainKind(regionTable, ['regionCode']), industries: plainKind(industryTable, ['industryCode']),
  channels: plainKind(channelTable, ['channelNo']), nontaxRegions: plainKind(nontaxRegionTable, ['regionCode']),
  menus: plainKind(menuTable, ['menuKey']),
} as const;

export const sqlDirectoryReader = (session: Session): DirectoryReader => ({
  developers: new SqlShelf(session, kinds.developers), payees: new SqlShelf(session, kinds.payees), channelMerchants: new SqlShelf(session, kinds.channelMerchants),
  payeeChannels: new SqlShelf(session, kinds.payeeChannels), regions: new SqlShelf(session, kinds.regions), industries: new SqlShelf(session, kinds.industries),
  channels: new SqlShelf(session, kinds.channels), nontaxRegions: new SqlShelf(session, kinds.nontaxRegions),
  menus: new SqlShelf(session, kinds.menus),
});

export const sqlDirectoryStore = (unit: WritingSession, engine: SqlEngine, changed: () => void): DirectoryStore => ({
  developers: new SqlShelfStore(unit, engine, kinds.developers, changed), payees: new SqlShelfStore(unit, engine, kinds.payees, changed),
  channelMerchants: new SqlShelfStore(unit, engine, kinds.channelMerchants, changed), payeeChannels: new SqlShelfStore(unit, engine, kinds.payeeChannels, changed),
  regions: new SqlShelfStore(unit, engine, kinds.regions, changed), industries: new SqlShelfStore(unit, engine, kinds.industries, changed),
  channels: new SqlShelfStore(unit, engine, kinds.channels, changed), nontaxRegions: new SqlShelfStore(unit, engine, kinds.nontaxRegions, changed),
  menus: new SqlShelfStore(unit, engine, kinds.menus, changed),
});
