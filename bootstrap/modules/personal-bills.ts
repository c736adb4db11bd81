import { ContainerModule } from 'inversify';
import { PushPersonalBill } from '../../application/personal-bills/push-personal-bill.js';
import { PushPersonalBillAgain } from '../../application/personal-bills/push-personal-bill-again.js';
import { tokens as t } from '../tokens.js';

/** Use cases of personal bills; they follow the plan of the callbacks. */
export const personalBills = new ContainerModule(({ bind }) => {
  bind(t.pushPersonalBill).toResolvedValue(
    (unitOfWork, directory, bills, issuedBills, clock, digests, journal, measurements, config) => new PushPersonalBill({
      unitOfWork, directory, bills, issuedBills, clock, digests, journal, measurements, plan: { minutes: config.callbackMinutes, countFrom: config.callbackCountFrom },
    }),
    [t.unitOfWork, t.directory, t.personalBills, t.issuedBills, t.clock, t.digests, t.journal, t.measurements, t.config]);
  bind(t.pushPersonalBillAgain).toResolvedValue((...p) => new PushPersonalBillAgain(...p), [t.unitOfWork, t.ids, t.clock]);
});
