import { ContainerModule } from 'inversify';
import { DeliverCallback } from '../../application/callbacks/deliver-callback.js';
import { ResendCallback } from '../../application/callbacks/resend-callback.js';
import { ResendGivenUp } from '../../application/callbacks/resend-given-up.js';
import { ShowHealth } from '../../application/callbacks/show-health.js';
import { TestAddress } from '../../application/callbacks/test-address.js';
import { ApplyRefundReport } from '../../application/refunds/apply-refund-report.js';
import { RefundByRule } from '../../application/refunds/refund-by-rule.js';
import { RequestRefund } from '../../application/refunds/request-refund.js';
import { ReviewRefund } from '../../application/refunds/review-refund.js';
import { ShowRefund } from '../../application/refunds/show-refund.js';
import { WorkRefund } from '../../application/refunds/work-refund.js';
import { tokens as t } from '../tokens.js';

/** Use cases of refunds and callbacks. */
export const refunds = new ContainerModule(({ bind }) => {
  bind(t.requestRefund).toResolvedValue(
    (unitOfWork, directory, ids, vault, clock, config) => new RequestRefund({ unitOfWork, directory, ids, vault, clock, httpsOnly: config.profile === 'production' }),
    [t.unitOfWork, t.directory, t.ids, t.vault, t.clock, t.config]);
  bind(t.refundByRule).toResolvedValue(
    (unitOfWork, ids, vault, clock) => new RefundByRule({ unitOfWork, ids, vault, clock }), [t.unitOfWork, t.ids, t.vault, t.clock]);
  bind(t.applyRefundReport).toResolvedValue((...p) => new ApplyRefundReport(...p), [t.unitOfWork, t.directory, t.ids, t.clock, t.journal]);
  bind(t.workRefund).toResolvedValue(
    (unitOfWork, directory, channels, apply, ids, clock, journal, patience, addresses) => new WorkRefund({
      unitOfWork, directory, channels, apply, ids, clock, journal, refundTimeoutMs: patience.refundTimeoutMs, notifyUrl: (payChannel) => addresses.notifyUrl(payChannel),
    }),
    [t.unitOfWork, t.directory, t.channels, t.applyRefundReport, t.ids, t.clock, t.journal, t.patience, t.addresses]);
  bind(t.reviewRefund).toResolvedValue((...p) => new ReviewRefund(...p), [t.unitOfWork, t.directory, t.ids, t.clock, t.vault]);
  bind(t.showRefund).toResolvedValue((unitOfWork) => new ShowRefund(unitOfWork), [t.unitOfWork]);
  bind(t.resendCallback).toResolvedValue((unitOfWork, directory, ids, clock) => new ResendCallback({ unitOfWork, directory, ids, clock }), [t.unitOfWork, t.directory, t.ids, t.clock]);
  bind(t.resendGivenUp).toResolvedValue((unitOfWork, directory, ids, clock) => new ResendGivenUp({ unitOfWork, directory, ids, clock }), [t.unitOfWork, t.directory, t.ids, t.clock]);
  bind(t.showHealth).toResolvedValue((...p) => new ShowHealth(...p), [t.unitOfWork, t.directory, t.clock]);
  bind(t.testAddress).toResolvedValue(
    (unitOfWork, directory, probe, rateLimiter, ids, clock) => new TestAddress({ unitOfWork, directory, probe, rateLimiter, ids, clock }),
    [t.unitOfWork, t.directory, t.addressProbe, t.rateLimiter, t.ids, t.clock]);
  bind(t.deliverCallback).toResolvedValue(
    (unitOfWork, directory, callbacks, clock, journal, measurements, config) => new DeliverCallback({
      unitOfWork, directory, callbacks, clock, journal, measurements, plan: { minutes: config.callbackMinutes, countFrom: config.callbackCountFrom },
    }),
    [t.unitOfWork, t.directory, t.merchantCallbacks, t.clock, t.journal, t.measurements, t.config]);
});
