import { ContainerModule } from 'inversify';
import { BillRounds } from '../../adapters/inbound/jobs/bill-rounds.js';
import type { MoneyNews } from '../../application/ports/money-news.js';
import { BookPage } from '../../application/reconciliation/book-page.js';
import { CancelRun } from '../../application/reconciliation/cancel-run.js';
import { EndRun } from '../../application/reconciliation/end-run.js';
import { FetchBill } from '../../application/reconciliation/fetch-bill.js';
import { FindMissing } from '../../application/reconciliation/find-missing.js';
import { GiveBack } from '../../application/reconciliation/give-back.js';
import { OpenBill } from '../../application/reconciliation/open-bill.js';
import { PlanBills } from '../../application/reconciliation/plan-bills.js';
import { ReceiveBill } from '../../application/reconciliation/receive-bill.js';
import { StartRun } from '../../application/reconciliation/start-run.js';
import { TellNews } from '../../application/reconciliation/tell-news.js';
import { UploadBill } from '../../application/reconciliation/upload-bill.js';
import { WorkRun } from '../../application/reconciliation/work-run.js';
import { WriteNote } from '../../application/reconciliation/write-note.js';
import { CertifyDay } from '../../application/settlement/certify-day.js';
import { CheckLegs } from '../../application/settlement/check-legs.js';
import { GiveStatement } from '../../application/settlement/give-statement.js';
import { LockMonth } from '../../application/settlement/lock-month.js';
import { StatementTickets } from '../../application/settlement/statement-tickets.js';
import { VerifyDays } from '../../application/settlement/verify-days.js';
import { isSame } from '../same-text.js';
import { tokens as t } from '../tokens.js';

/** A bill may be large and a channel slow; nobody waits for it. */
const billTimeoutMs = 120_000;
/** Of a job's lease, what one stretch of a run may use. */
const stretchShare = 0.5;
/** The four-way check gives way to other jobs sooner: nobody waits for it but the certificate. */
const longestCheckMs = 15_000;

/** Use cases of reconciliation and settlement. */
export const reconciliation = new ContainerModule(({ bind }) => {
  bind(t.moneyNews).toResolvedValue((payments, refunds): MoneyNews => ({
    payment: async (report) => await payments.run(report, 'bill') !== undefined,
    refund: async (refundNo, orderNo, report) => { await refunds.run(refundNo, orderNo, report); },
  }), [t.applyReport, t.applyRefundReport]);
  bind(t.receiveBill).toResolvedValue((unitOfWork, files, bills, ids, clock) => new ReceiveBill({ unitOfWork, files, bills, ids, clock }), [t.unitOfWork, t.keptFiles, t.bills, t.ids, t.clock]);
  bind(t.startRun).toResolvedValue((unitOfWork, ids, clock) => new StartRun({ unitOfWork, ids, clock }), [t.unitOfWork, t.ids, t.clock]);
  bind(t.cancelRun).toResolvedValue((...p) => new CancelRun(...p), [t.unitOfWork, t.ids, t.clock]);
  bind(t.uploadBill).toResolvedValue((directory, receive, start) => new UploadBill({ directory, receive, start }), [t.directory, t.receiveBill, t.startRun]);
  bind(t.openBill).toResolvedValue((unitOfWork, files, ids, clock) => new OpenBill({ unitOfWork, files, ids, clock }), [t.unitOfWork, t.keptFiles, t.ids, t.clock]);
  bind(t.fetchBill).toResolvedValue(
    (unitOfWork, directory, bills, receive, start, clock, journal) => new FetchBill({ unitOfWork, directory, bills, receive, start, clock, journal, timeoutMs: billTimeoutMs }),
    [t.unitOfWork, t.directory, t.bills, t.receiveBill, t.startRun, t.clock, t.journal]);
  bind(t.workRun).toResolvedValue(
    (unitOfWork, directory, files, bills, news, ids, clock, journal, config) => new WorkRun({
      unitOfWork, directory, files, bills, clock, bookPage: new BookPage({ unitOfWork, news: new TellNews({ unitOfWork, news, clock }), ids, clock }),
      findMissing: new FindMissing({ unitOfWork, ids, clock, waiting: { days: config.reconcileWaitDays, nearCutMinutes: config.reconcileNearCutMinutes } }),
      end: new EndRun({ unitOfWork, ids, clock, journal }), elapsedMs: () => performance.now(), stretchMs: config.jobLeaseMs * stretchShare,
    }),
    [t.unitOfWork, t.directory, t.keptFiles, t.bills, t.moneyNews, t.ids, t.clock, t.journal, t.config]);
  bind(t.writeNote).toResolvedValue((...p) => new WriteNote(...p), [t.unitOfWork, t.ids, t.clock]);
  bind(t.giveBack).toResolvedValue((...p) => new GiveBack(...p), [t.unitOfWork, t.ids, t.clock]);
  bind(t.checkLegs).toResolvedValue(
    (unitOfWork, directory, ids, clock, journal, config) =>
      new CheckLegs({ unitOfWork, directory, ids, clock, journal, elapsedMs: () => performance.now(), stretchMs: Math.min(config.jobLeaseMs * stretchShare, longestCheckMs) }),
    [t.unitOfWork, t.directory, t.ids, t.clock, t.journal, t.config]);
  bind(t.certifyDay).toResolvedValue(
    (unitOfWork, directory, signer, digests, ids, clock, journal) => new CertifyDay({ unitOfWork, directory, signer, digests, ids, clock, journal }),
    [t.unitOfWork, t.directory, t.signer, t.digests, t.ids, t.clock, t.journal]);
  bind(t.verifyDays).toResolvedValue(
    (unitOfWork, files, signer, verifier, digests) => new VerifyDays({ unitOfWork, files, signer, verifier, digests }), [t.unitOfWork, t.keptFiles, t.signer, t.verifier, t.digests]);
  bind(t.giveStatement).toResolvedValue(
    (unitOfWork, directory, files, ids, clock) => new GiveStatement({ unitOfWork, directory, files, ids, clock }), [t.unitOfWork, t.directory, t.keptFiles, t.ids, t.clock]);
  bind(t.statementTickets).toResolvedValue(
    (unitOfWork, vault, clock, config) => new StatementTickets({ unitOfWork, vault, clock, isSame, validMinutes: config.statementUrlMinutes }), [t.unitOfWork, t.vault, t.clock, t.config]);
  bind(t.lockMonth).toResolvedValue((...p) => new LockMonth(...p), [t.unitOfWork, t.ids, t.clock]);
  bind(t.billRounds).toResolvedValue(
    (unitOfWork, directory, files, clock, journal) => new BillRounds({ plan: new PlanBills({ unitOfWork, directory, clock }), files, clock, journal }), [t.unitOfWork, t.directory, t.keptFiles, t.clock, t.journal]);
});
