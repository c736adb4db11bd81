import type { TreeFacts } from '../../domain/sharing/business-node.js';
import type { SharedAccount } from '../../domain/sharing/shared-account.js';
import type { SharePlace } from '../../domain/sharing/share-progress.js';
import type { SharePageQuery } from './share-books.js';

export type AccountKind = 'institution' | 'platform';

/**
 * Login accounts: of institutions (table 7-15), and of operators and portal users (7-17). Ordered by (changedAt, accountId); an account that was
 * closed stays, as gone. It hands out no credential: there is no field for one.
 */
export interface AccountReader {
  page(kind: AccountKind, query: SharePageQuery): Promise<readonly SharedAccount[]>;
  byIds(kind: AccountKind, accountIds: readonly string[]): Promise<readonly SharedAccount[]>;
  count(kind: AccountKind, until: SharePlace): Promise<number>;
}

/** The directory as the business tree (7-18) is made of it, whole. */
export interface TreeReader {
  facts(): Promise<TreeFacts>;
}
