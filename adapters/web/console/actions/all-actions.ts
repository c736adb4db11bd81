import type { ListAction } from './action-types.js';
import { auditActions } from './audit-actions.js';
import { grantActions } from './grant-actions.js';
import { institutionActions } from './institution-actions.js';
import { payeeActions } from './payee-actions.js';
import { payeeChannelActions } from './payee-channel-actions.js';
import { operatorActions } from './operator-actions.js';
import { roleActions } from './role-actions.js';

/** What can be done on the page of a list, by the list's name. */
const byList: Readonly<Record<string, readonly ListAction[]>> = {
  operators: operatorActions, 'operator-roles': roleActions, 'grant-requests': grantActions, 'audit-logs': auditActions,
  payees: payeeActions, 'payee-channels': payeeChannelActions, 'payee-channel': payeeChannelActions, institutions: institutionActions,
};

export const actionsOf = (list: string): readonly ListAction[] => byList[list] ?? [];
