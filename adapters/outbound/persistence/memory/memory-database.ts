import { AsyncLocalStorage } from 'node:async_hooks';
import type { DueJob } from '../../../../application/ports/jobs.js';
import { ConcurrentChange } from '../../../../application/ports/unit-of-work.js';
import type { SignedHead } from '../../../../domain/audit/signed-head.js';
import type { AuditEntry } from '../../../../domain/audit/audit-entry.js';
import type { Callback } from '../../../../domain/callbacks/callback.js';
import type { Channel } from '../../../../domain/directory/channel.js';
import type { ChannelMerchant, PayeeChannel } from '../../../../domain/directory/channel-merchant.js';
import type { EBillDayCheck } from '../../../../domain/e-bills/day-check.js';
import type { OrderEBill } from '../../../../domain/e-bills/order-e-bill.js';
import type { VerifiedEBill } from '../../../../domain/e-bills/verified-e-bill.js';
import type { Industry } from '../../../../domain/directory/industry.js';
import type { Institution } from '../../../../domain/directory/institution.js';
import type { Region } from '../../../../domain/directory/region.js';
import type { DeveloperRole } from '../../../../domain/directory/developer-role.js';
import type { Developer } from '../../../../domain/directory/developer.js';
import type { NontaxItem, NontaxRegion } from '../../../../domain/directory/nontax.js';
import type { Payee } from '../../../../domain/directory/payee.js';
import type { ForgettingRound } from '../../../../domain/keeping/forgetting.js';
import type { ListExport } from '../../../../domain/lists/list-export.js';
import type { AbnormalOrder, RepeatPayment } from '../../../../domain/payments/abnormal-order.js';
import type { AbnormalNotice } from '../../../../domain/payment-notices/abnormal-notice.js';
import type { NoticeLogEntry } from '../../../../domain/payment-notices/notice-log.js';
import type { NoticeRecord } from '../../../../domain/payment-notices/notice-record.js';
import type { NoticeStatementDay } from '../../../../domain/payment-notices/statement-day.js';
import type { Challenge } from '../../../../domain/operators/challenge.js';
import type { Credentials } from '../../../../domain/operators/credentials.js';
import type { GrantRequest } from '../../../../domain/operators/grant-request.js';
import type { OperatorKey } from '../../../../domain/operators/operator-key.js';
import type { OperatorRole } from '../../../../domain/operators/rights.js';
import type { Session } from '../../../../domain/operators/session.js';
import type { SignInTries } from '../../../../domain/operators/sign-in-tries.js';
import type { Attempt } from '../../../../domain/payments/attempt.js';
import type { Order } from '../../../../domain/payments/order.js';
import type { PersonalBillPush } from '../../../../domain/personal-bills/personal-bill-push.js';
import type { LostPayment } from '../../../../domain/recovery/lost-payment.js';
import type { RecoveryMark } from '../../../../domain/recovery/recovery-mark.js';
import type { Bill } from '../../../../domain/reconciliation/bill-line.js';
import type { Difference } from '../../../../domain/reconciliation/difference.js';
import type { HandlingNote } from '../../../../domain/reconciliation/handling.js';
import type { ReconcileDay, ReconcileRun, RunItem } from '../../../../domain/reconciliation/run.js';
import type { Refund } from '../../../../domain/refunds/refund.js';
import type { DayCertificate, PeriodLock, Statement } from '../../../../domain/settlement/day-certificate.js';
import type { LegCheck } from '../../../../domain/settlement/leg-check.js';
import type { KeptGap } from '../../../../domain/settlement/order-legs.js';
import type { SettlementEntry } from '../../../../domain/settlement/settlement-entry.js';
import type { Alert } from '../../../../domain/alerts/alert.js';
import type { LogRow } from '../../../../domain/logs/log-row.js';
import type { MenuEntry } from '../../../../domain/menus/menu.js';
import type { BusinessNode } from '../../../../domain/sharing/business-node.js';
import type { ShareProgress } from '../../../../domain/sharing/share-progress.js';
import type { NotedOrder, QuarantinedRow, ShareBatch, SharePolicy } from '../../../../domain/sharing/share-records.js';
import type { Trade } from '../../../../domain/settlement/trade.js';
import type { Attachment, UploadAllowance } from '../../../../domain/service-desk/attachment.js';
import type { IssueStep } from '../../../../domain/service-desk/issue.js';
import type { ChainHead } from '../sql/chain-walk.js';
import type { JobRow } from '../sql/job-rules.js';
import { stepKey, type MemoryIssue } from './memory-issue-rows.js';
import type { MemoryOperator } from './memory-operator-rows.js';
import { joined, MemoryTable } from './memory-table.js';
import { MemoryScope } from './memory-scope.js';
import type { MemoryBlock, MemoryCode, MemoryInbound, MemoryText } from './memory-text-rows.js';

export interface MemoryAuditRow { readonly entry: AuditEntry; readonly entryMac: string; readonly seq: number; readonly linkMac: string }

export interface ArchiveTurn { readonly begunAt: number; readonly owner: string | undefined; readonly until: number }

const ofOrder = (row: { readonly platformOrderNo: string }): string => row.platformOrderNo;

const merchantDay = (row: { readonly channelMerchantId: string; readonly clearingDay: string }): string => joined(row.channelMerchantId, row.clearingDay);
const padded = (no: number): string => String(no).padStart(10, '0');

/** All tables of the memory store. */
export const memoryTables = () => ({
  orders: new MemoryTable<Order>('orders', ofOrder, {
    biz: (row) => joined(row.devId, row.merchantNo, row.bizOrderNo), token: (row) => row.cashierToken, user: (row) => joined(row.devId, row.userId ?? ''),
    number: (row) => row.bizOrderNo,
  }),
  attempts: new MemoryTable<Attempt>('attempts', (row) => row.attemptNo, { order: ofOrder }),
  refunds: new MemoryTable<Refund>('refunds', (row) => row.platformRefundOrderNo, {
    order: ofOrder, biz: (row) => joined(row.devId, row.merchantNo, row.bizRefundOrderNo),
  }),
  callbacks: new MemoryTable<Callback>('callbacks', (row) => row.callbackId, { order: ofOrder }),
  abnormalOrders: new MemoryTable<AbnormalOrder>('abnormalOrders', (row) => row.abnormalId, { order: ofOrder, payee: (row) => row.merchantNo }),
  repeatPayments: new MemoryTable<RepeatPayment>('repeatPayments', (row) => row.attemptNo, { order: ofOrder, payee: (row) => row.merchantNo }),
  recoveryMarks: new MemoryTable<RecoveryMark>('recoveryMarks', (row) => row.recoveryNo),
  releasedRefunds: new MemoryTable<{ readonly recoveryNo: string; readonly platformRefundOrderNo: string }>('releasedRefunds', (row) => joined(row.recoveryNo, row.platformRefundOrderNo)),
  lostPayments: new MemoryTable<LostPayment>('lostPayments', (row) => row.attemptNo),
  trades: new MemoryTable<Trade>('trades', (row) => row.tradeKey, { order: ofOrder, merchant: (row) => row.channelMerchantId }),
  entries: new MemoryTable<SettlementEntry>('entries', (row) => joined(row.tradeKey, padded(row.entryNo)), {
    trade: (row) => row.tradeKey, payeeDay: (row) => joined(row.merchantNo, row.settleDay), settleDay: (row) => row.settleDay, clearingDay: (row) => row.clearingDay,
  }),
  statements: new MemoryTable<Statement>('statements', (row) => joined(row.merchantNo, row.settleDay, row.kind), { day: (row) => row.settleDay }),
  certificates: new MemoryTable<DayCertificate>('certificates', (row) => row.day),
  locks: new MemoryTable<PeriodLock>('locks', (row) => row.month),
  bills: new MemoryTable<Bill>('bills', (row) => row.billNo, { merchantDay }),
  runs: new MemoryTable<ReconcileRun>('runs', (row) => row.runNo, { merchantDay }),
  items: new MemoryTable<RunItem>('items', (row) => joined(row.runNo, padded(row.itemNo)), { run: (row) => row.runNo }),
  days: new MemoryTable<ReconcileDay>('days', merchantDay, { day: (row) => row.clearingDay }),
  differences: new MemoryTable<Difference>('differences', (row) => row.differenceNo, { merchant: (row) => row.channelMerchantId, subject: (row) => joined(row.channelMerchantId, row.subject) }),
  notes: new MemoryTable<HandlingNote>('notes', (row) => row.noteNo, { object: (row) => joined(row.objectKind, row.objectNo) }),
  personalBillPushes: new MemoryTable<PersonalBillPush>('personalBillPushes', ofOrder),
  texts: new MemoryTable<MemoryText>('texts', (row) => row.messageId, { phone: (row) => row.phone, asker: (row) => row.asker ?? '', about: (row) => joined(row.scene, row.bizKey) }),
  textBlocks: new MemoryTable<MemoryBlock>('textBlocks', (row) => row.phone),
  textCodes: new MemoryTable<MemoryCode>('textCodes', (row) => joined(row.scene, row.phone)),
  inboundTexts: new MemoryTable<MemoryInbound>('inboundTexts', (row) => row.saidKey),
  sharedOrders: new MemoryTable<NotedOrder>('sharedOrders', (row) => row.platformOrderNo),
  shareProgress: new MemoryTable<ShareProgress>('shareProgress', (row) => joined(row.target, row.table)),
  shareBatches: new MemoryTable<ShareBatch>('shareBatches', (row) => row.batchNo),
  shareQuarantine: new MemoryTable<QuarantinedRow>('shareQuarantine', (row) => row.quarantineNo, { row: (row) => joined(row.target, row.table, row.rowKey) }),
  sharePolicies: new MemoryTable<SharePolicy>('sharePolicies', (row) => joined(row.table, row.column)),
  shareNodes: new MemoryTable<BusinessNode>('shareNodes', (row) => row.nodeId),
  eBills: new MemoryTable<OrderEBill>('eBills', (row) => joined(row.platformOrderNo, String(row.round).padStart(3, '0')), { order: ofOrder, page: (row) => row.pageToken }),
  verifiedEBills: new MemoryTable<VerifiedEBill>('verifiedEBills', (row) => row.verifiedKey),
  eBillChecks: new MemoryTable<EBillDayCheck>('eBillChecks', (row) => joined(row.eBillRegionCode, row.day)),
  notices: new MemoryTable<NoticeRecord>('notices', (row) => row.noticeNo),
  noticeLog: new MemoryTable<NoticeLogEntry>('noticeLog', (row) => row.logNo),
  abnormalNotices: new MemoryTable<AbnormalNotice>('abnormalNotices', (row) => row.abnormalNo),
  statementDays: new MemoryTable<NoticeStatementDay>('statementDays', (row) => joined(row.region, row.day)),
  legGaps: new MemoryTable<KeptGap>('legGaps', (row) => joined(row.day, joined(row.platformOrderNo, row.leg, padded(row.seq))), { day: (row) => row.day }),
  legChecks: new MemoryTable<LegCheck>('legChecks', (row) => joined(row.day, row.channelMerchantId), { day: (row) => row.day }),
  operators: new MemoryTable<MemoryOperator>('operators', (row) => row.operatorNo, { account: (row) => row.account }),
  operatorCredentials: new MemoryTable<Credentials>('operatorCredentials', (row) => row.operatorNo),
  operatorRoles: new MemoryTable<OperatorRole>('operatorRoles', (row) => row.roleCode),
  operatorSessions: new MemoryTable<Session>('operatorSessions', (row) => row.tokenHash, { operator: (row) => row.operatorNo }),
  signInTries: new MemoryTable<SignInTries>('signInTries', (row) => row.holder),
  signInChallenges: new MemoryTable<Challenge>('signInChallenges', (row) => row.challengeNo),
  grantRequests: new MemoryTable<GrantRequest>('grantRequests', (row) => row.requestNo),
  operatorKeys: new MemoryTable<OperatorKey>('operatorKeys', (row) => row.keyNo, { print: (row) => row.print, operator: (row) => row.operatorNo }),
  listExports: new MemoryTable<ListExport>('listExports', (row) => row.exportNo),
  jobs: new MemoryTable<JobRow>('jobs', (row) => row.jobId, { key: (row) => joined(row.topic, row.key) }),
  archivedJobs: new MemoryTable<JobRow>('archivedJobs', (row) => row.jobId),
  archiveTurns: new MemoryTable<ArchiveTurn>('archiveTurns', () => 'archive'),
  /** Numbers of orders that count as archived. */
  archivedOrders: new MemoryTable<{ readonly platformOrderNo: string }>('archivedOrders', ofOrder),
  audit: new MemoryTable<MemoryAuditRow>('audit', (row) => row.entry.entryId),
  heads: new MemoryTable<ChainHead & { readonly owner: string; readonly leaseUntil: number }>('heads', () => 'audit-chain'),
  signedHeads: new MemoryTable<SignedHead>('signedHeads', (row) => String(row.seq)),
  developers: new MemoryTable<Developer>('developers', (row) => row.devId),
  developerRoles: new MemoryTable<DeveloperRole>('developerRoles', (row) => row.roleCode),
  developerMobiles: new MemoryTable<{ readonly devId: string; readonly mobile: string }>('developerMobiles', (row) => row.devId),
  payees: new MemoryTable<Payee>('payees', (row) => row.merchantNo),
  channelMerchants: new MemoryTable<ChannelMerchant>('channelMerchants', (row) => row.channelMerchantId),
  payeeChannels: new MemoryTable<PayeeChannel>('payeeChannels', (row) => joined(row.merchantNo, row.channelMerchantId), { payee: (row) => row.merchantNo }),
  regions: new MemoryTable<Region>('regions', (row) => row.regionCode),
  industries: new MemoryTable<Industry>('industries', (row) => row.industryCode),
  channels: new MemoryTable<Channel>('channels', (row) => row.channelNo),
  institutions: new MemoryTable<Institution>('institutions', (row) => row.institutionNo),
  nontaxRegions: new MemoryTable<NontaxRegion>('nontaxRegions', (row) => row.regionCode),
  menus: new MemoryTable<MenuEntry>('menus', (row) => row.menuKey),
  logRows: new MemoryTable<LogRow>('logRows', (row) => row.logNo),
  alerts: new MemoryTable<Alert>('alerts', (row) => row.alertNo),
  forgettingRounds: new MemoryTable<ForgettingRound>('forgettingRounds', (row) => row.kind),
  issues: new MemoryTable<MemoryIssue>('issues', (row) => row.issueNo),
  issueSteps: new MemoryTable<IssueStep>('issueSteps', stepKey, { issue: (row) => row.issueNo }),
  attachments: new MemoryTable<Attachment>('attachments', (row) => row.attachmentNo),
  uploadAllowances: new MemoryTable<UploadAllowance>('uploadAllowances', (row) => row.operatorNo),
  nontaxItems: new MemoryTable<NontaxItem>('nontaxItems', (row) => joined(row.regionCode, row.itemCode), { region: (row) => row.regionCode }),
});
export type MemoryTables = ReturnType<typeof memoryTables>;

/** As in the unit-of-work port. */
const maxReruns = 5;

/** One for all databases: every further storage costs each promise of the process a step. No unit opens one on another database. */
const openUnits = new AsyncLocalStorage<{ readonly database: MemoryDatabase; readonly scope: MemoryScope }>();

/** Units of work one after the other over tables in memory; what a unit writes becomes visible when it commits. */
export class MemoryDatabase {
  readonly tables = memoryTables();
  readonly #listeners = new Set<(due: readonly DueJob[]) => void>();
  #tail: Promise<unknown> = Promise.resolve();

  /** Whether the caller is inside an open unit, and so sees its writes. */
  get inUnit(): boolean { return this.#current() !== undefined; }

  run<T>(work: (scope: MemoryScope) => Promise<T>): Promise<T> {
    const outer = this.#current();
    if (outer) return outer.join(() => work(outer));
    const turn = this.#tail.then(() => this.#rerunning(work));
    this.#tail = turn.catch(() => undefined);
    return turn;
  }

  onNudge(listener: (due: readonly DueJob[]) => void): () => void {
    this.#listeners.add(listener);
    return () => { this.#listeners.delete(listener); };
  }

  #current(): MemoryScope | undefined {
    const open = openUnits.getStore();
    return open === undefined || open.database !== this || open.scope.ended ? undefined : open.scope;
  }

  async #rerunning<T>(work: (scope: MemoryScope) => Promise<T>): Promise<T> {
    for (let reruns = 0; ; reruns++) {
      try {
        return await this.#once(work);
      } catch (error) {
        if (reruns >= maxReruns || !(error instanceof ConcurrentChange)) throw error;
      }
    }
  }

  async #once<T>(work: (scope: MemoryScope) => Promise<T>): Promise<T> {
    const scope = new MemoryScope();
    const tables = Object.values(this.tables);
    try {
      const value = await openUnits.run({ database: this, scope }, () => work(scope));
      scope.checkDoom();
      for (const table of tables) table.commit();
      if (scope.due.length > 0) queueMicrotask(() => { this.#nudgeAll(scope.due); });
      return value;
    } finally {
      scope.end();
      for (const table of tables) table.rollback();
    }
  }

  #nudgeAll(due: readonly DueJob[]): void {
    for (const listener of this.#listeners) {
      try {
        listener(due);
      } catch {
        // The unit is stored whatever a listener does.
        continue;
      }
    }
  }
}
