import type { ListAction } from './action-types.js';
import { alertActions } from './alert-actions.js';
import { auditActions } from './audit-actions.js';
import { channelActions } from './channel-actions.js';
import { channelMerchantActions } from './channel-merchant-actions.js';
import { developerActions } from './developer-actions.js';
import { developerRoleActions } from './developer-role-actions.js';
import { abnormalOrderActions, differenceActions, legGapActions, merchantDayActions, reconcileLogActions, repeatOrderActions } from './case-actions.js';
import { grantActions } from './grant-actions.js';
import { industryActions } from './industry-actions.js';
import { issueActions, registerOnOrder, registerOnRefund } from './issue-actions.js';
import { keyActions } from './key-actions.js';
import { menuActions } from './menu-actions.js';
import { institutionActions } from './institution-actions.js';
import { payeeActions } from './payee-actions.js';
import { payeeChannelActions } from './payee-channel-actions.js';
import { operatorActions } from './operator-actions.js';
import { developerContact, institutionContact, operatorContact, personalDataActions } from './personal-data-actions.js';
import { regionActions } from './region-actions.js';
import { callbackActions, payOrderActions, refundOrderActions, refundReviewActions } from './order-actions.js';
import { roleActions } from './role-actions.js';

/** What can be done on the page of a list, by the list's name. */
const byList: Readonly<Record<string, readonly ListAction[]>> = {
  operators: [...operatorActions, operatorContact], 'operator-roles': roleActions, 'grant-requests': grantActions, 'operator-keys': keyActions, 'audit-logs': auditActions,
  'channel-merchants': channelMerchantActions, channels: channelActions, regions: regionActions, industries: industryActions,
  alerts: alertActions, menus: menuActions,
  issues: issueActions, issue: issueActions.filter(({ on }) => on === 'row'),
  developers: [...developerActions, developerContact], 'developer-roles': developerRoleActions,
  payees: payeeActions, payee: payeeActions, 'payee-channels': payeeChannelActions, 'payee-channel': payeeChannelActions, institutions: [...institutionActions, institutionContact],
  'pay-orders': [...payOrderActions, registerOnOrder, ...personalDataActions], 'pay-order': [...payOrderActions, registerOnOrder, ...personalDataActions],
  'refund-orders': [...refundOrderActions, registerOnRefund], 'refund-order': [...refundOrderActions, registerOnRefund], 'refund-reviews': refundReviewActions,
  callbacks: callbackActions, 'order-callbacks': callbackActions, 'refund-callbacks': callbackActions,
  'repeat-orders': repeatOrderActions, 'repeat-order': repeatOrderActions, 'abnormal-orders': abnormalOrderActions, 'abnormal-order': abnormalOrderActions,
  differences: differenceActions, 'leg-gaps': legGapActions, 'reconcile-merchant-days': merchantDayActions, 'reconcile-log': reconcileLogActions,
};

export const actionsOf = (list: string): readonly ListAction[] => byList[list] ?? [];
