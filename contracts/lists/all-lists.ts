import { channelMerchants, developerRoles, developers, payee, payeeAccounts, payeeChannel, payeeChannels, payees } from './directory-lists.js';
import { eBill, eBills } from './e-bill-lists.js';
import { issue, issues, orderIssues, refundIssues } from './issue-lists.js';
import { institutions } from './institution-lists.js';
import { legChecks, legGaps } from './leg-lists.js';
import type { ListView } from './list-view.js';
import { alerts, menus, platformLogs } from './management-lists.js';
import { abnormalNotices, nontaxRegions, noticeLog, noticeSettlement, noticeSettlements, noticeTrade, noticeTrades } from './notice-lists.js';
import { orderCallbacks, orderRefunds, payOrder, payOrders } from './order-lists.js';
import { auditLogs, grantRequests, operatorKeys, operatorRoles, operators } from './platform-lists.js';
import { channels, industries, industry, region, regions } from './place-lists.js';
import { portalDailySettlementDetails, portalDailySettlements, portalPayeeSettlementDetails, portalPayeeSettlements, portalUnsettled } from './portal-settlement-lists.js';
import { personalBillPushes } from './personal-bill-lists.js';
import { differences, reconcileDayDetails, reconcileDays, reconcileLog, reconcileMerchantDays } from './reconciliation-lists.js';
import { callbacks } from './callback-lists.js';
import { abnormalNotes, differenceNotes, legGapNotes, repeatNotes } from './note-lists.js';
import { refundCallbacks, refundOrder, refundOrders, refundReviews } from './refund-lists.js';
import { abnormalOrder, abnormalOrders, repeatOrder, repeatOrders } from './service-desk-lists.js';
import { inboundTexts, textMessageLog } from './text-lists.js';
import { shareLog } from './sharing-lists.js';
import { payeeSettlementDetails, payeeSettlements, settlementDetails, settlements, unsettledTrade, unsettledTrades } from './settlement-lists.js';

export const allLists: readonly ListView[] = [
  reconcileDays, reconcileDayDetails, reconcileMerchantDays, reconcileLog, differences, legChecks, legGaps,
  settlements, settlementDetails, unsettledTrades, unsettledTrade, payeeSettlements, payeeSettlementDetails,
  portalDailySettlements, portalDailySettlementDetails, portalPayeeSettlements, portalPayeeSettlementDetails, portalUnsettled,
  nontaxRegions, noticeTrades, noticeTrade, noticeLog, noticeSettlements, noticeSettlement, abnormalNotices,
  payOrders, payOrder, orderRefunds, orderCallbacks, refundOrders, refundOrder, refundCallbacks,
  repeatOrders, repeatOrder, abnormalOrders, abnormalOrder, eBills, eBill,
  issues, issue, orderIssues, refundIssues,
  personalBillPushes,
  textMessageLog, inboundTexts, shareLog,
  channelMerchants, payees, payee, payeeAccounts, payeeChannels, payeeChannel, developers, developerRoles,
  channels, regions, region, industries, industry,
  operators, operatorRoles, grantRequests, operatorKeys, auditLogs,
  alerts, platformLogs, menus,
  institutions,
  callbacks, refundReviews, repeatNotes, abnormalNotes, differenceNotes, legGapNotes,
];

const byName = new Map(allLists.map((view) => [view.name, view]));
export const listNamed = (name: string): ListView | undefined => byName.get(name);
