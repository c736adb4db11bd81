import type { DirectoryReader, DirectoryStore } from '../../../../application/ports/directory-books.js';
import type { Institution } from '../../../../domain/directory/institution.js';
import { SqlDeveloperShelf, SqlDeveloperShelfStore, type FieldVault } from './developer-shelf.js';
import { channelMerchantTable, channelTable, developerRoleTable, industryTable, institutionTable, nontaxRegionTable, payeeChannelTable, payeeTable, regionTable, type InstitutionRow } from './directory-columns.js';
import type { SqlEngine } from './engine.js';
import type { InstitutionSeal } from './institution-seal.js';
import { menuTable } from './menu-columns.js';
import { plainKind, SqlShelf, SqlShelfStore, type ShelfKind } from './sql-shelf.js';
import type { Session, WritingSession } from './unit-scope.js';

const kinds = {
  developerRoles: plainKind(developerRoleTable, ['roleCode']), payees: plainKind(payeeTable, ['merchantNo']), channelMerchants: plainKind(channelMerchantTable, ['channelMerchantId']),
  payeeChannels: plainKind(payeeChannelTable, ['merchantNo', 'channelMerchantId']), regions: plainKind(regionTable, ['regionCode']), industries: plainKind(industryTable, ['industryCode']),
  channels: plainKind(channelTable, ['channelNo']), nontaxRegions: plainKind(nontaxRegionTable, ['regionCode']),
  menus: plainKind(menuTable, ['menuKey']),
} as const;

const institutionKind = (seal: InstitutionSeal): ShelfKind<Institution, InstitutionRow> =>
  ({ table: institutionTable, key: ['institutionNo'], toRow: (institution) => seal.toRow(institution), fromRow: (row) => seal.fromRow(row) });

export const sqlDirectoryReader = (session: Session, vault: FieldVault, seal: InstitutionSeal): DirectoryReader => ({
  developers: new SqlDeveloperShelf(session, vault), developerRoles: new SqlShelf(session, kinds.developerRoles), payees: new SqlShelf(session, kinds.payees), channelMerchants: new SqlShelf(session, kinds.channelMerchants),
  payeeChannels: new SqlShelf(session, kinds.payeeChannels), regions: new SqlShelf(session, kinds.regions), industries: new SqlShelf(session, kinds.industries),
  channels: new SqlShelf(session, kinds.channels), nontaxRegions: new SqlShelf(session, kinds.nontaxRegions),
  menus: new SqlShelf(session, kinds.menus), institutions: new SqlShelf(session, institutionKind(seal)),
});

export const sqlDirectoryStore = (unit: WritingSession, engine: SqlEngine, vault: FieldVault, seal: InstitutionSeal, changed: () => void): DirectoryStore => ({
  developers: new SqlDeveloperShelfStore(unit, engine, vault, changed), developerRoles: new SqlShelfStore(unit, engine, kinds.developerRoles, changed), payees: new SqlShelfStore(unit, engine, kinds.payees, changed),
  channelMerchants: new SqlShelfStore(unit, engine, kinds.channelMerchants, changed), payeeChannels: new SqlShelfStore(unit, engine, kinds.payeeChannels, changed),
  regions: new SqlShelfStore(unit, engine, kinds.regions, changed), industries: new SqlShelfStore(unit, engine, kinds.industries, changed),
  channels: new SqlShelfStore(unit, engine, kinds.channels, changed), nontaxRegions: new SqlShelfStore(unit, engine, kinds.nontaxRegions, changed),
  menus: new SqlShelfStore(unit, engine, kinds.menus, changed), institutions: new SqlShelfStore(unit, engine, institutionKind(seal), changed),
});
