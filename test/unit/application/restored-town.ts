import { CallbackTold } from '../../../application/recovery/callback-told.js';
import { DropRefund } from '../../../application/recovery/drop-refund.js';
import { EndRecovery } from '../../../application/recovery/end-recovery.js';
import { MarkRecovered } from '../../../application/recovery/mark-recovered.js';
import { NamePayment } from '../../../application/recovery/name-payment.js';
import { NameRefund } from '../../../application/recovery/name-refund.js';
import { ReleaseHeld } from '../../../application/recovery/release-held.js';
import { ReleaseRefund } from '../../../application/recovery/release-refund.js';
import { ShowRecovery } from '../../../application/recovery/show-recovery.js';
import { minuteMs } from '../../../domain/kernel/china-time.js';
import type { HeldKind } from '../../../domain/recovery/recovery-mark.js';
import { noon } from '../../builders/moments.js';
import { CountingIds } from '../../contract/persistence/fakes.js';
import { only, type Town } from './town.js';

/** The operator at the commands. */
export const by = { kind: 'operator', code: 'test', address: undefined } as const;
let recoveries = 0;
export const partsOf = (town: Town) => ({ unitOfWork: town.unitOfWork, clock: town.clock, ids: new CountingIds(`7${++recoveries}`) });

/** The town as if its database had just been put back, and what an operator can do then. `backupTakenAt`: epoch ms. */
export async function restored(town: Town, backupTakenAt: number | undefined = noon - minuteMs): Promise<ReturnType<typeof stepsOf>> {
  const parts = partsOf(town);
  await new MarkRecovered(parts).run(backupTakenAt, by);
  return stepsOf(town, parts);
}

/** The commands of `recovery`, one use case each. */
export const stepsOf = (town: Town, parts: ReturnType<typeof partsOf>) => ({
  release: async (kind: HeldKind) => new ReleaseHeld(parts).run(kind, by),
  releaseRefund: async (no: string) => new ReleaseRefund(parts).run(no, by),
  name: async (refundNo: string, refundTradeNo: string, refundTradeTime?: string) => new NameRefund(parts).run({ refundNo, refundTradeNo, refundTradeTime }, by),
  namePayment: async (attemptNo: string, changes: object = {}) =>
    new NamePayment({ ...parts, directory: town.store.directory }).run({ platformOrderNo: only(town.orders).platformOrderNo, attemptNo, channelMerchantId: only(await town.store.directory.channelMerchantsAt('alipay')).channelMerchantId, channelTime: undefined, ...changes }, by),
  drop: async (no: string) => new DropRefund(parts).run(no, by),
  told: async (id: string) => new CallbackTold(parts).run(id, by),
  end: async () => new EndRecovery(parts).run(by),
  show: async () => new ShowRecovery(town.unitOfWork).run(),
});

/** Why it was refused, by a word or with what belongs to it. */
export const refusedWith = (result: { ok: boolean; refusal?: unknown }): unknown => (result.ok ? 'not refused' : result.refusal);
