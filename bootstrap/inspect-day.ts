import type { UnitOfWork } from '../application/ports/unit-of-work.js';
import type { Difference } from '../domain/reconciliation/difference.js';
import type { ReconcileDay } from '../domain/reconciliation/run.js';

/** What became of one clearing day, for the demo and for whoever tries things out in the embedded profile. Amounts in fen as text. No personal data. */
export interface InspectedDay {
  readonly day: string;
  readonly accounts: readonly {
    readonly channelMerchantId: string; readonly state: string; readonly runNo: string | undefined; readonly count: number; readonly amount: string; readonly settled: string; readonly fee: string;
    readonly open: number; readonly waiting: number; readonly lastWord: string;
    readonly differences: readonly { readonly outcome: string; readonly state: string; readonly ownNo: string; readonly channelNo: string; readonly here: string | undefined; readonly there: string | undefined }[];
  }[];
  /** The four-way check of the day, all accounts together; `checked`: of every account that has a run. */
  readonly legs: { readonly checked: boolean; readonly orders: number; readonly complete: number; readonly gaps: readonly { readonly platformOrderNo: string; readonly leg: string; readonly kind: string }[] };
  readonly certificate: { readonly digest: string; readonly previousDigest: string; readonly issuedAt: number } | undefined;
}

export async function inspectDay(unitOfWork: UnitOfWork, day: string): Promise<InspectedDay> {
  return unitOfWork.read(async ({ reconciliation, settlement, legs }) => {
    const checks = await legs.checksOn(day);
    const gaps = await legs.openAt({ day, at: Number.MAX_SAFE_INTEGER, after: undefined, limit: 500 });
    const certificate = await settlement.certificate(day);
    const differencesOf = ({ channelMerchantId }: ReconcileDay): Promise<readonly Difference[]> =>
      reconciliation.differencesOf({ channelMerchantId, clearingDay: day, states: ['open', 'waiting', 'handled'], after: undefined, limit: 500 });
    const accounts = await Promise.all((await reconciliation.daysOn(day)).map(async (one) => ({
      channelMerchantId: one.channelMerchantId, state: one.state, runNo: one.lastRunNo, count: one.reconcileCount, amount: one.reconcileAmount.toString(), settled: one.settledAmount.toString(),
      fee: one.feeAmount.toString(), open: one.openCount, waiting: one.waitingCount, lastWord: one.lastWord,
      differences: (await differencesOf(one)).map((found) => ({ outcome: found.outcome, state: found.state, ownNo: found.ownNo, channelNo: found.channelNo, here: found.hereAmount?.toString(), there: found.thereAmount?.toString() })),
    })));
    return {
      day, accounts, legs: {
        checked: checks.length >= accounts.length && checks.every(({ state }) => state === 'done'), orders: checks.reduce((sum, { figures }) => sum + figures.orders, 0),
        complete: checks.reduce((sum, { figures }) => sum + figures.complete, 0), gaps: gaps.map(({ platformOrderNo, leg, kind }) => ({ platformOrderNo, leg, kind })),
      },
      certificate: certificate && { digest: certificate.digest, previousDigest: certificate.previousDigest, issuedAt: certificate.issuedAt },
    };
  });
}
