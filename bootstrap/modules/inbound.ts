import { ContainerModule } from 'inversify';
import { AnswerWriter } from '../../adapters/inbound/gateway/answer.js';
import { chargeBarcode, closeOrder, createOrder, queryOrder } from '../../adapters/inbound/gateway/order-methods.js';
import { queryEBills } from '../../adapters/inbound/gateway/e-bill-methods.js';
import { issueNotice, pushNotice, queryNotice } from '../../adapters/inbound/gateway/notice-methods.js';
import { createRefund, queryRefund } from '../../adapters/inbound/gateway/refund-methods.js';
import { giveStatement } from '../../adapters/inbound/gateway/statement-methods.js';
import { listUserOrders } from '../../adapters/inbound/gateway/user-methods.js';
import { defaultGatewayLimits, Gateway } from '../../adapters/inbound/gateway/router.js';
import { addressOf, proxyList, requestIdOf } from '../../adapters/inbound/http/request-context.js';
import { ArchiveRounds } from '../../adapters/inbound/jobs/archive-rounds.js';
import { ForgettingRounds } from '../../adapters/inbound/jobs/forgetting-rounds.js';
import { AuditSequencer } from '../../adapters/inbound/jobs/audit-sequencer.js';
import { defaultJobLimits, JobRunner } from '../../adapters/inbound/jobs/job-runner.js';
import { ArchiveOldOrders } from '../../application/archive/archive-old-orders.js';
import { ForgetOld } from '../../application/keeping/forget-old.js';
import { SharedPlaces } from '../../adapters/inbound/jobs/shared-places.js';
import { AuthenticateDeveloper } from '../../application/access/authenticate-developer.js';
import type { JobOutcome, JobTopic, SettleJob } from '../../application/ports/jobs.js';
import type { Order } from '../../domain/payments/order.js';
import { publicBaseUrl, type Config } from '../config.js';
import { processName } from '../process-card.js';
import { tokens as t } from '../tokens.js';

/** What calls us: the gateway's method table, the job runner, the audit sequencer, the nightly archive. */
export const inbound = new ContainerModule(({ bind }) => {
  bind(t.authenticate).toResolvedValue((...p) => new AuthenticateDeveloper(...p), [t.directory, t.verifier, t.decoyKeyPem]);
  bind(t.gateway).toResolvedValue(
    (config, authenticate, signer, clock, digests, journal, measurements, rateLimiter, place, charge, show, close, request, showRefund, list, give, tickets, eBills, issue, showNotice, push) => {
      const cashierUrl = (order: Order): string => `${publicBaseUrl(config)}/pay/${order.cashierToken}`;
      const statementUrl = (ticket: string): string => `${publicBaseUrl(config)}/statements/${ticket}`;
      const proxies = proxyList(config.trustedProxies);
      return new Gateway({
        authenticate, answers: new AnswerWriter(signer), clock, digests, journal, measurements, rateLimiter, requestIdOf,
        addressOf: (httpRequest) => addressOf(httpRequest, proxies), limits: gatewayLimits(config), explainSignatures: config.profile === 'embedded',
        ...(config.profile === 'embedded' && config.wallClockToo ? { wallNow: () => Date.now() } : {}),
        handlers: {
          'epay-trade-core.wap.order.create': createOrder(place, cashierUrl, 'any'),
          'epay-trade-core.pc.order.create': createOrder(place, cashierUrl, 'pc'),
          'epay-trade-core.wappage.order.create': createOrder(place, cashierUrl, 'any'),
          'epay-trade-core.pcpage.order.create': createOrder(place, cashierUrl, 'pc'),
          'epay-trade-core.bar.order.create': chargeBarcode(charge),
          'epay-trade-core.order.query': queryOrder(show),
          'epay-trade-core.order.close': closeOrder(show, close),
          'epay-trade-core.refund.create': createRefund(request),
          'epay-trade-core.refund.query': queryRefund(showRefund),
          'epay-trade-settle.api.getSettleFileUrl': giveStatement(give, tickets, statementUrl, 'normal'),
          'epay-trade-settle.api.getExSettleFileUrl': giveStatement(give, tickets, statementUrl, 'abnormal'),
          'epay-bill.ebill.query': queryEBills(eBills),
          'epay-nontax.notice.issue': issueNotice(issue),
          'epay-nontax.notice.query': queryNotice(showNotice),
          'epay-nontax.notice.push': pushNotice(push),
          'epay-user.order.list': listUserOrders(list),
        },
      });
    },
    [t.config, t.authenticate, t.signer, t.clock, t.digests, t.journal, t.measurements, t.rateLimiter, t.placeOrder, t.chargeBarcode, t.showOrder, t.closeOrder, t.requestRefund, t.showRefund, t.listPaidOrders, t.giveStatement, t.statementTickets, t.showEBills,
      t.issueForBusiness, t.showNotice, t.pushForBusiness]);
  bind(t.jobRunner).toResolvedValue(
    (board, transport, clock, journal, measurements, config, trail, query, expire, deliver, resend, byRule, work, fetchBill, reconcile, certify, follow, eBill, checkBills, pushBill, textPayer, textOperators, sendText, sharing, workNotice, fetchStatement, checkLegs) => {
      const followed = (topic: JobTopic, useCase: { run(key: string, settle: SettleJob): Promise<JobOutcome> }) =>
        async (key: string, settle: SettleJob) => trail.run(`${topic}:${key}`, async () => useCase.run(key, settle));
      // A runner of one place would otherwise have none for them.
      const around = new SharedPlaces(Math.max(1, Math.floor(config.jobConcurrency / 2)), clock);
      return new JobRunner({
        board, transport, clock, journal, measurements, owner: processName, limits: { ...defaultJobLimits, concurrency: config.jobConcurrency, leaseMs: config.jobLeaseMs },
        handlers: {
          'query-attempt': followed('query-attempt', query), 'expire-order': followed('expire-order', expire), 'deliver-callback': followed('deliver-callback', deliver), 'resend-callbacks': followed('resend-callbacks', resend),
          'refund-by-rule': followed('refund-by-rule', byRule), 'work-refund': followed('work-refund', work), 'fetch-bill': followed('fetch-bill', fetchBill),
          reconcile: followed('reconcile', reconcile), 'check-legs': followed('check-legs', checkLegs), 'certify-day': followed('certify-day', certify), 'follow-order': followed('follow-order', follow),
          'push-personal-bill': followed('push-personal-bill', around.sharing(pushBill)),
          'text-payer': followed('text-payer', textPayer), 'text-operators': followed('text-operators', textOperators), 'send-text': followed('send-text', around.sharing(sendText)),
          'share-order': followed('share-order', sharing.on?.note ?? nothingToDo),
          'work-e-bill': followed('work-e-bill', around.sharing(eBill)), 'check-e-bills': followed('check-e-bills', checkBills),
          'work-notice': followed('work-notice', around.sharing(workNotice)), 'fetch-notice-statement': followed('fetch-notice-statement', fetchStatement),
        },
      });
    },
    [t.jobBoard, t.jobTransport, t.clock, t.journal, t.measurements, t.config, t.trail, t.queryAttempt, t.expireOrder, t.deliverCallback, t.resendGivenUp, t.refundByRule, t.workRefund, t.fetchBill, t.workRun, t.certifyDay, t.followOrder, t.workEBill, t.checkEBills, t.pushPersonalBill, t.textPayer,
      t.textOperators, t.sendText, t.sharing, t.workNotice, t.fetchNoticeStatement, t.checkLegs]);
  bind(t.auditSequencer).toResolvedValue((chain, sign, journal) => new AuditSequencer(chain, sign, processName, journal), [t.auditChain, t.signAuditHead, t.journal]);
  bind(t.archiveRounds).toResolvedValue(
    (unitOfWork, ids, clock, journal, config) => new ArchiveRounds({ archive: new ArchiveOldOrders({ unitOfWork, ids, clock, afterDays: config.archiveAfterDays }), owner: processName, clock, journal }),
    [t.unitOfWork, t.ids, t.clock, t.journal, t.config]);
  bind(t.forgetOld).toResolvedValue(
    (unitOfWork, ids, clock, config) => new ForgetOld({ unitOfWork, ids, clock, keepDays: { texts: config.textKeepDays, issues: config.issueKeepDays } }), [t.unitOfWork, t.ids, t.clock, t.config]);
  bind(t.forgettingRounds).toResolvedValue((forget, clock, journal) => new ForgettingRounds({ forget, owner: processName, clock, journal }), [t.forgetOld, t.clock, t.journal]);
});

/** Of jobs that were made while a system was connected that is not any more. */
const nothingToDo = { run: (): Promise<JobOutcome> => Promise.resolve({ kind: 'done' }) };

const gatewayLimits = (config: Config) => ({ ...defaultGatewayLimits, maxInFlight: config.gatewayMaxInFlight, perAddressPerSecond: config.gatewayPerAddressPerSecond });
