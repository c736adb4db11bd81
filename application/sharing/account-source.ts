import { accountValues, type AccountOptions } from '../../domain/sharing/row-values.js';
import type { SharedAccount } from '../../domain/sharing/shared-account.js';
import { sharedTable } from '../../domain/sharing/shared-tables.js';
import type { AccountKind, AccountReader } from '../ports/shared-facts.js';
import type { ShareSource, SourceRow } from './share-source.js';

/** Tables 7-15 (institution) and 7-17 (platform). */
export function accountRows(kind: AccountKind, accounts: AccountReader, options: AccountOptions): ShareSource {
  const rowOf = (account: SharedAccount): SourceRow =>
    ({ place: { at: account.changedAt, id: account.accountId }, key: account.accountId, content: { kind: 'values', values: accountValues(account, options) } });
  return {
    table: sharedTable(kind === 'institution' ? 'merchant-users' : 'users'),
    page: async (query) => (await accounts.page(kind, query)).map(rowOf),
    byKeys: async (keys) => (await accounts.byIds(kind, keys)).map(rowOf),
    count: (until) => accounts.count(kind, until),
  };
}
