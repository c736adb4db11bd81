import type { FindReport, FoundEBill } from '../../domain/e-bills/e-bill-report.js';
import { bearerOf, stateOfStanding, type BillMarks, type VerifiedEBill } from '../../domain/e-bills/verified-e-bill.js';
import { askerOf } from '../../domain/kernel/asker.js';
import type { BillIssuer } from '../ports/bill-issuer.js';
import type { Clock } from '../ports/clock.js';
import type { Ids } from '../ports/ids.js';
import type { RateLimiter } from '../ports/rate-limiter.js';
import type { Stores, UnitOfWork } from '../ports/unit-of-work.js';
import type { Vault } from '../ports/vault.js';
import { billSystems } from './bill-regions.js';

export interface VerifyParts {
  readonly unitOfWork: UnitOfWork; readonly issuers: ReadonlyMap<string, BillIssuer>; readonly rateLimiter: RateLimiter; readonly vault: Pick<Vault, 'blindIndexes'>;
  readonly ids: Ids; readonly clock: Clock;
}

/** Checks on average, of one address and of one bill whoever asks; ten times as many at once. */
const checksPerSecond = 0.5;
/** Checks that wait for the bill system at the same time, of this process: visitors must not take it from those whose bills are to be issued. */
const mostAtOnce = 4;
/** A verified bill's number in our books: this and a part of its blind index. */
const keyLength = 31;

export type Verification =
  | { readonly kind: 'verified'; readonly bill: FoundEBill }
  /** No such bill, another check code or another amount: nobody is told which. */
  | { readonly kind: 'not-verified' }
  /** The bill system did not answer, or too many are asking it, so nothing can be said. */
  | { readonly kind: 'unavailable' }
  | { readonly kind: 'too-often' };

/** 查验 (1.1.5.3.2-z): a visitor shows code, number, check code and amount; the bill system is asked, and a bill that bears them all is kept as verified. */
export class VerifyEBill {
  readonly #parts: VerifyParts;
  #underWay = 0;

  constructor(parts: VerifyParts) {
    this.#parts = parts;
  }

  async run(marks: BillMarks, address: string): Promise<Verification> {
    const { rateLimiter, issuers } = this.#parts;
    if (!rateLimiter.allow(`verify-bill:${askerOf(address)}`, checksPerSecond) || !rateLimiter.allow(`verify-bill-no:${marks.eBillCode}:${marks.eBillNo}`, checksPerSecond)) return { kind: 'too-often' };
    const systems = billSystems(issuers).filter(([, { finding }]) => finding.mayHaveGiven(marks));
    if (systems.length === 0) return { kind: issuers.size === 0 ? 'unavailable' : 'not-verified' };
    if (this.#underWay >= mostAtOnce) return { kind: 'unavailable' };
    this.#underWay += 1;
    try {
      return await this.#ask(systems, marks, address);
    } finally {
      this.#underWay -= 1;
    }
  }

  async #ask(systems: ReturnType<typeof billSystems>, marks: BillMarks, address: string): Promise<Verification> {
    const asked = await Promise.all(systems.map(async ([eBillRegionCode, issuer]) => ({ eBillRegionCode, report: await issuer.finding.findByNumbers(marks) })));
    for (const { eBillRegionCode, report } of asked) {
      const bill = bearerOf(billsOf(report), marks);
      if (bill === undefined) continue;
      await this.#parts.unitOfWork.run((stores) => this.#keep(stores, eBillRegionCode, bill, address));
      return { kind: 'verified', bill };
    }
    return { kind: asked.some(({ report }) => report.kind === 'unknown') ? 'unavailable' : 'not-verified' };
  }

  async #keep(stores: Stores, eBillRegionCode: string, found: FoundEBill, address: string): Promise<void> {
    const { vault, clock, ids } = this.#parts;
    const { busNo: _busNo, standing, amount, ...issued } = found;
    if ((await stores.eBills.byNumbers(found.eBillCode, found.eBillNo)).length > 0) return;
    const keys = vault.blindIndexes('e_bill.verified', `${eBillRegionCode}|${found.eBillCode}|${found.eBillNo}`).map((index) => `V${index.slice(0, keyLength)}`);
    const known = await firstVerified(stores, keys);
    const verifiedKey = known?.verifiedKey ?? keys[0] ?? '';
    const state = stateOfStanding[standing];
    const bill: VerifiedEBill = known ? { ...known, state } : { ...issued, verifiedKey, eBillRegionCode, amount, state, verifiedAt: clock.now(), version: 1 };
    if (known?.state === bill.state) return;
    await (known ? stores.eBills.putVerified(bill) : stores.eBills.addVerified(bill));
    await stores.audit.append({
      entryId: ids.next(), at: clock.now(), actor: { kind: 'payer', code: 'visitor', address }, action: 'e-bill.verified', objectKind: 'e-bill', objectNo: verifiedKey, description: '票据查验',
      before: known && { eBillState: known.state }, after: { eBillState: bill.state, eBillCode: bill.eBillCode, eBillNo: bill.eBillNo, eBillAmount: bill.amount.toString() }, requestId: undefined,
    });
  }
}

/** Kept under the key of the day on which it was verified first. */
async function firstVerified({ eBills }: Stores, keys: readonly string[]): Promise<VerifiedEBill | undefined> {
  for (const key of keys) {
    const known = await eBills.verified(key);
    if (known !== undefined) return known;
  }
  return undefined;
}

const billsOf = (report: FindReport): readonly FoundEBill[] => (report.kind === 'found' ? report.bills : []);
