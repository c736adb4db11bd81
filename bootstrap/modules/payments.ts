import { ContainerModule } from 'inversify';
import { ApplyChannelReport } from '../../application/payments/apply-channel-report.js';
import { AskChannel } from '../../application/payments/ask-channel.js';
import { CancelBarcode } from '../../application/payments/cancel-barcode.js';
import { defaultPatience } from '../../application/payments/channel-addresses.js';
import { ChargeBarcode } from '../../application/payments/charge-barcode.js';
import { CloseOrder, ExpireOrder } from '../../application/payments/close-order.js';
import { ConfirmPayment } from '../../application/payments/confirm-payment.js';
import { ComeBack } from '../../application/payments/come-back.js';
import { KeepLostPayment } from '../../application/payments/keep-lost-payment.js';
import { ListPaidOrders } from '../../application/payments/list-paid-orders.js';
import { OpenCashier } from '../../application/payments/open-cashier.js';
import { PlaceOrder } from '../../application/payments/place-order.js';
import { QueryAttempt } from '../../application/payments/query-attempt.js';
import { ReceiveChannelMessage } from '../../application/payments/receive-channel-message.js';
import { RegisterOrder } from '../../application/payments/register-order.js';
import { ShowOrder } from '../../application/payments/show-order.js';
import { StartPayment } from '../../application/payments/start-payment.js';
import { tokens as t } from '../tokens.js';

/** Use cases of payments. */
export const payments = new ContainerModule(({ bind }) => {
  bind(t.patience).toConstantValue(defaultPatience);
  bind(t.applyReport).toResolvedValue((...p) => new ApplyChannelReport(...p), [t.unitOfWork, t.directory, t.ids, t.clock, t.journal, t.measurements]);
  bind(t.askChannel).toResolvedValue((...p) => new AskChannel(...p), [t.channels, t.directory, t.applyReport, t.patience]);
  bind(t.cancelBarcode).toResolvedValue(
    (unitOfWork, directory, channels, apply, ids, clock, journal, patience) => new CancelBarcode({ unitOfWork, directory, channels, apply, ids, clock, journal, patience }),
    [t.unitOfWork, t.directory, t.channels, t.applyReport, t.ids, t.clock, t.journal, t.patience]);
  bind(t.registerOrder).toResolvedValue(
    (unitOfWork, directory, ids, vault, clock, config, notices) => new RegisterOrder(unitOfWork, directory, ids, vault, clock, config.profile === 'production', notices),
    [t.unitOfWork, t.directory, t.ids, t.vault, t.clock, t.config, t.orderNotices]);
  bind(t.placeOrder).toResolvedValue((register) => new PlaceOrder(register), [t.registerOrder]);
  bind(t.chargeBarcode).toResolvedValue(
    (unitOfWork, directory, channels, register, apply, ask, ids, clock, journal, rateLimiter, vault, addresses, patience, notices) =>
      new ChargeBarcode({ unitOfWork, directory, channels, register, apply, ask, ids, clock, journal, rateLimiter, vault, addresses, patience, notices }),
    [t.unitOfWork, t.directory, t.channels, t.registerOrder, t.applyReport, t.askChannel, t.ids, t.clock, t.journal, t.rateLimiter, t.vault, t.addresses, t.patience, t.orderNotices]);
  bind(t.startPayment).toResolvedValue(
    (unitOfWork, directory, channels, ask, ids, clock, addresses, notices) => new StartPayment({ unitOfWork, directory, channels, ask, ids, clock, addresses, notices }),
    [t.unitOfWork, t.directory, t.channels, t.askChannel, t.ids, t.clock, t.addresses, t.orderNotices]);
  bind(t.openCashier).toResolvedValue((...p) => new OpenCashier(...p), [t.unitOfWork, t.directory, t.returnAddresses, t.clock]);
  bind(t.comeBack).toResolvedValue(
    (unitOfWork, ask, rateLimiter, ids, clock, journal) => new ComeBack({ unitOfWork, ask, rateLimiter, ids, clock, journal }),
    [t.unitOfWork, t.askChannel, t.rateLimiter, t.ids, t.clock, t.journal]);
  bind(t.confirmPayment).toResolvedValue((unitOfWork, ask, rateLimiter, ids, clock) => new ConfirmPayment({ unitOfWork, ask, rateLimiter, ids, clock }), [t.unitOfWork, t.askChannel, t.rateLimiter, t.ids, t.clock]);
  bind(t.closeOrder).toResolvedValue(
    (unitOfWork, directory, ask, cancel, ids, clock) => new CloseOrder({ unitOfWork, directory, ask, cancel, ids, clock }),
    [t.unitOfWork, t.directory, t.askChannel, t.cancelBarcode, t.ids, t.clock]);
  bind(t.expireOrder).toResolvedValue((close, clock) => new ExpireOrder(close, clock), [t.closeOrder, t.clock]);
  bind(t.queryAttempt).toResolvedValue((...p) => new QueryAttempt(...p), [t.unitOfWork, t.askChannel, t.cancelBarcode, t.clock, t.journal]);
  bind(t.receiveMessage).toResolvedValue(
    (unitOfWork, directory, channels, apply, ask, clock, journal, measurements, ids) => new ReceiveChannelMessage({
      unitOfWork, directory, channels, apply, ask, clock, journal, measurements, lost: new KeepLostPayment({ unitOfWork, directory, channels, ids, journal }),
    }),
    [t.unitOfWork, t.directory, t.channels, t.applyReport, t.askChannel, t.clock, t.journal, t.measurements, t.ids]);
  bind(t.showOrder).toResolvedValue((unitOfWork) => new ShowOrder(unitOfWork), [t.unitOfWork]);
  bind(t.listPaidOrders).toResolvedValue((unitOfWork, directory) => new ListPaidOrders(unitOfWork, directory), [t.unitOfWork, t.directory]);
});
