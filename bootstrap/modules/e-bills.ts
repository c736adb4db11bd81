import { ContainerModule } from 'inversify';
import { CallBillSystem } from '../../application/e-bills/call-bill-system.js';
import { EBillRounds } from '../../adapters/inbound/jobs/e-bill-rounds.js';
import { CheckEBills } from '../../application/e-bills/check-e-bills.js';
import { BillsThatStand } from '../../application/e-bills/issued-bills.js';
import { OpenEBill } from '../../application/e-bills/open-e-bill.js';
import { PlanChecks } from '../../application/e-bills/plan-checks.js';
import { Reissue } from '../../application/e-bills/reissue.js';
import { SayItems } from '../../application/e-bills/say-items.js';
import { ShowEBills } from '../../application/e-bills/show-e-bills.js';
import { TakeStep } from '../../application/e-bills/take-step.js';
import { VerifyEBill } from '../../application/e-bills/verify-e-bill.js';
import { WorkEBill } from '../../application/e-bills/work-e-bill.js';
import { tokens as t } from '../tokens.js';

/** Behind a stretch one more question may be under way, as long as the time limits of the bill system allow. */
const longestCheckMs = 15_000;

/** Use cases of e-bills. */
export const eBills = new ContainerModule(({ bind }) => {
  bind(t.workEBill).toResolvedValue(
    (unitOfWork, directory, issuers, ids, clock, journal) => new WorkEBill({
      take: new TakeStep({ unitOfWork, directory, issuers, ids, clock, journal }), call: new CallBillSystem({ unitOfWork, issuers, ids, clock, journal }), clock,
    }),
    [t.unitOfWork, t.directory, t.billIssuers, t.ids, t.clock, t.journal]);
  bind(t.reissue).toResolvedValue((unitOfWork, work, ids, clock) => new Reissue({ unitOfWork, work, ids, clock }), [t.unitOfWork, t.workEBill, t.ids, t.clock]);
  bind(t.sayItems).toResolvedValue((unitOfWork, ids, clock) => new SayItems({ unitOfWork, ids, clock }), [t.unitOfWork, t.ids, t.clock]);
  bind(t.showEBills).toResolvedValue((unitOfWork) => new ShowEBills(unitOfWork), [t.unitOfWork]);
  bind(t.verifyEBill).toResolvedValue(
    (unitOfWork, issuers, rateLimiter, vault, ids, clock) => new VerifyEBill({ unitOfWork, issuers, rateLimiter, vault, ids, clock }),
    [t.unitOfWork, t.billIssuers, t.rateLimiter, t.vault, t.ids, t.clock]);
  bind(t.issuedBills).toResolvedValue((unitOfWork) => new BillsThatStand(unitOfWork), [t.unitOfWork]);
  bind(t.openEBill).toResolvedValue((...p) => new OpenEBill(...p), [t.unitOfWork, t.directory]);
  bind(t.checkEBills).toResolvedValue(
    (unitOfWork, issuers, clock, journal, config) => new CheckEBills({ unitOfWork, issuers, clock, journal, elapsedMs: () => performance.now(), stretchMs: Math.min(config.jobLeaseMs / 4, longestCheckMs) }),
    [t.unitOfWork, t.billIssuers, t.clock, t.journal, t.config]);
  bind(t.eBillRounds).toResolvedValue(
    (unitOfWork, issuers, clock, journal) => new EBillRounds({ plan: new PlanChecks({ unitOfWork, issuers, clock }), clock, journal }), [t.unitOfWork, t.billIssuers, t.clock, t.journal]);
});
