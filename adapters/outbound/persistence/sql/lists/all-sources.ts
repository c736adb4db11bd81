import { callbacksSource, orderCallbacksSource, refundCallbacksSource } from './callback-sources.js';
import { channelMerchantsSource, developerRolesSource, developersSource, payeeAccountsSource, payeeChannelSource, payeeChannelsSource, payeeSource, payeesSource } from './directory-sources.js';
import { eBillSource, eBillsSource } from './e-bill-sources.js';
import { issueSource, issuesSource, orderIssuesSource, refundIssuesSource } from './issue-sources.js';
import { institutionsSource } from './institution-sources.js';
import { legChecksSource, legGapsSource } from './leg-sources.js';
import type { ListSource } from './list-source.js';
import { orderRefundsSource, payOrderSource, payOrdersSource } from './order-sources.js';
import { personalBillPushesSource } from './personal-bill-sources.js';
import { alertsSource, menusSource, platformLogsSource } from './management-sources.js';
import { abnormalNoticesSource, nontaxRegionsSource, noticeLogSource, noticeSettlementSource, noticeSettlementsSource, noticeTradeSource, noticeTradesSource } from './notice-sources.js';
import { channelsSource, industriesSource, industrySource, regionSource, regionsSource } from './place-sources.js';
import { auditLogsSource, grantRequestsSource, operatorKeysSource, operatorRolesSource, operatorsSource } from './platform-sources.js';
import { portalDailySettlementDetailsSource, portalDailySettlementsSource, portalPayeeSettlementDetailsSource, portalPayeeSettlementsSource, portalUnsettledSource } from './portal-sources.js';
import { differencesSource, reconcileDayDetailsSource, reconcileDaysSource, reconcileLogSource, reconcileMerchantDaysSource } from './reconciliation-sources.js';
import { abnormalNotesSource, differenceNotesSource, legGapNotesSource, repeatNotesSource } from './note-sources.js';
import { refundOrderSource, refundOrdersSource, refundReviewsSource } from './refund-sources.js';
import { abnormalOrderSource, abnormalOrdersSource, repeatOrderSource, repeatOrdersSource } from './service-desk-sources.js';
import { inboundTextsSource, textMessagesSource } from './text-sources.js';
import { shareLogSource } from './sharing-sources.js';
import { payeeSettlementDetailsSource, payeeSettlementsSource, settlementDetailsSource, settlementsSource, unsettledTradeSource, unsettledTradesSource } from './settlement-sources.js';

/** Where the rows of each list come from. A list of `contracts/lists` without one is found by a test. */
export const allSources: readonly ListSource[] = [
  reconcileDaysSource, reconcileDayDetailsSource, reconcileMerchantDaysSource, reconcileLogSource, differencesSource, legChecksSource, legGapsSource,
  settlementsSource, settlementDetailsSource, unsettledTradesSource, unsettledTradeSource, payeeSettlementsSource, payeeSettlementDetailsSource,
  portalDailySettlementsSource, portalDailySettlementDetailsSource, portalPayeeSettlementsSource, portalPayeeSettlementDetailsSource, portalUnsettledSource,
  nontaxRegionsSource, noticeTradesSource, noticeTradeSource, noticeLogSource, noticeSettlementsSource, noticeSettlementSource, abnormalNoticesSource,
  payOrdersSource, payOrderSource, orderRefundsSource, orderCallbacksSource, refundOrdersSource, refundOrderSource, refundCallbacksSource,
  repeatOrdersSource, repeatOrderSource, abnormalOrdersSource, abnormalOrderSource, eBillsSource, eBillSource,
  issuesSource, issueSource, orderIssuesSource, refundIssuesSource,
  personalBillPushesSource,
  textMessagesSource, inboundTextsSource, shareLogSource,
  channelMerchantsSource, payeesSource, payeeSource, payeeAccountsSource, payeeChannelsSource, payeeChannelSource, developersSource, developerRolesSource,
  channelsSource, regionsSource, regionSource, industriesSource, industrySource,
  operatorsSource, operatorRolesSource, grantRequestsSource, operatorKeysSource, auditLogsSource,
  alertsSource, platformLogsSource, menusSource,
  institutionsSource,
  callbacksSource, refundReviewsSource, repeatNotesSource, abnormalNotesSource, differenceNotesSource, legGapNotesSource,
];
