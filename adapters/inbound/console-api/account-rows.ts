import type { TamperedError } from '../../../application/ports/vault.js';

/** Tables of accounts, roles and sessions. */
export const accountTables: readonly string[] = ['console_operator', 'operator_credential', 'operator_role', 'operator_session', 'sign_in_challenge', 'grant_request', 'operator_key'];

/** Whether it was an account, a role or a session that was changed (INT-03). A row that somebody opened, such as an order, has its own alarm, which names it. */
export const isAccountRow = ({ row }: TamperedError): boolean => row === undefined || accountTables.includes(row.table);
