import type { DirectoryReader, DirectoryStore } from '../../../../application/ports/directory-books.js';
import type { Institution } from '../../../../domain/directory/institution.js';
import { SqlDeveloperShelf, SqlDeveloperShelfStore, type FieldVault } from './developer-shelf.js';
import { channelMerchantTable, channelTable, developerRoleTable, industryTable, institutionTable, nontaxRegionTable, payeeChannelTable, payeeTable, regionTable, type InstitutionRow } from './directory-columns.js';
import type { DirectoryCodes, WithCode } from './directory-codes.js';
import type { SqlEngine } from './engine.js';
import type { InstitutionSeal } from './institution-seal.js';
import { menuTable } from './menu-columns.js';
import { codedKind, plainKind, SqlShelf, SqlShelfStore, type ShelfKind } from './sql-shelf.js';
import type { SqlTable } from './sql-table.js';
import type { Session, WritingSession } from './unit-scope.js';

/** What turns the rows of the directory into values and back. */
export interface DirectorySeals { readonly vault: FieldVault; readonly institutions: InstitutionSeal; readonly codes: DirectoryCodes }

const menus = plainKind(menuTable, ['menuKey']);

function kindsOf({ codes, institutions }: DirectorySeals) {
  const coded = <T extends { readonly version: number }>(table: SqlTable<WithCode<T>>, ...key: readonly (keyof T & string)[]): ShelfKind<T, WithCode<T>> => codedKind<T, T>(codes, table, key, (value) => value, (row) => row);
  return {
    developerRoles: coded(developerRoleTable, 'roleCode'), payees: coded(payeeTable, 'merchantNo'), channelMerchants: coded(channelMerchantTable, 'channelMerchantId'),
    payeeChannels: coded(payeeChannelTable, 'merchantNo', 'channelMerchantId'), regions: coded(regionTable, 'regionCode'), industries: coded(industryTable, 'industryCode'),
    channels: coded(channelTable, 'channelNo'), nontaxRegions: coded(nontaxRegionTable, 'regionCode'),
    institutions: codedKind<Institution, InstitutionRow>(codes, institutionTable, ['institutionNo'], (institution) => institutions.toRow(institution), (row) => institutions.fromRow(row)),
  };
}

export function sqlDirectoryReader(session: Session, seals: DirectorySeals): DirectoryReader {
  const kinds = kindsOf(seals);
  return {
    developers: new SqlDeveloperShelf(session, seals.vault, seals.codes), developerRoles: new SqlShelf(session, kinds.developerRoles), payees: new SqlShelf(session, kinds.payees), channelMerchants: new SqlShelf(session, kinds.channelMerchants),
    payeeChannels: new SqlShelf(session, kinds.payeeChannels), regions: new SqlShelf(session, kinds.regions), industries: new SqlShelf(session, kinds.industries),
    channels: new SqlShelf(session, kinds.channels), nontaxRegions: new SqlShelf(session, kinds.nontaxRegions),
    menus: new SqlShelf(session, menus), institutions: new SqlShelf(session, kinds.institutions),
  };
}

export function sqlDirectoryStore(unit: WritingSession, engine: SqlEngine, seals: DirectorySeals, changed: () => void): DirectoryStore {
  const kinds = kindsOf(seals);
  return {
    developers: new SqlDeveloperShelfStore(unit, engine, seals.vault, seals.codes, changed), developerRoles: new SqlShelfStore(unit, engine, kinds.developerRoles, changed), payees: new SqlShelfStore(unit, engine, kinds.payees, changed),
    channelMerchants: new SqlShelfStore(unit, engine, kinds.channelMerchants, changed), payeeChannels: new SqlShelfStore(unit, engine, kinds.payeeChannels, changed),
    regions: new SqlShelfStore(unit, engine, kinds.regions, changed), industries: new SqlShelfStore(unit, engine, kinds.industries, changed),
    channels: new SqlShelfStore(unit, engine, kinds.channels, changed), nontaxRegions: new SqlShelfStore(unit, engine, kinds.nontaxRegions, changed),
    menus: new SqlShelfStore(unit, engine, menus, changed), institutions: new SqlShelfStore(unit, engine, kinds.institutions, changed),
  };
}
