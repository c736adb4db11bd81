import { dues, type Due } from './city-directory.js';
import type { Chance } from '../chance.js';

/** Who pays one order, and what the order asks for. Each has a phone of its own, so that what reaches a phone is about one order. */
export interface Person {
  readonly due: Due;
  readonly amountFen: bigint;
  readonly phone: string;
  readonly name: string;
  readonly certNo: string;
  readonly userId: string | undefined;
  readonly isEBillWanted: boolean;
}

/** How the simulated text message platform treats a phone, by its last four digits; most phones are ordinary. */
export const phoneEndings = ['0001', '0002', '0003', '0004', '0005', '0006', '0008', '0009', '0010', '0011', '0101'] as const;
const ordinaryFrom = 2_000;
const ordinaryTo = 9_999;

/** Everybody whose orders were placed, and what the suite did to them behind the platform's back. */
export class People {
  /** By the number of the business system's order. */
  readonly all = new Map<string, Person>();
  /** Pay codes of notices that a bank's window took money for. */
  readonly paidElsewhere = new Set<string>();
  /** Orders whose notice or e-bill was refused for good, on purpose: by the platform's number. */
  readonly plantedWithoutNotice = new Set<string>();
  readonly plantedWithoutEBill = new Set<string>();
  #sequence = 0;

  next(chance: Chance, what: keyof typeof dues = chance.pick(Object.keys(dues) as (keyof typeof dues)[])): Person {
    this.#sequence += 1;
    const due = dues[what];
    const serial = String(this.#sequence).padStart(4, '0');
    const ending = chance.happens(0.35) ? chance.pick(phoneEndings) : String(chance.between(ordinaryFrom, ordinaryTo));
    return {
      due, amountFen: due.price ?? BigInt(chance.between(300, 90_000)), phone: `138${serial}${ending}`, name: `林小${'一二三四五六七八九十'.charAt(this.#sequence % 10)}`,
      certNo: `35040219900101${serial}`, userId: due.owner === 'app' ? `esm-${serial}` : undefined, isEBillWanted: due.hasEBill ? chance.happens(0.8) : chance.happens(0.5),
    };
  }
}

/** The part of an order that says all this. */
export const wordsOf = ({ due, amountFen, phone, name, certNo, userId, isEBillWanted }: Person) => ({
  owner: due.owner, merchantNo: due.merchantNo, amountFen,
  more: {
    payerName: name, payerMobile: phone, payerCertNo: certNo, ...(userId === undefined ? {} : { userId }),
    nontaxInfo: { eBillWanted: isEBillWanted ? '1' as const : '0' as const, payerType: '1' as const, items: [...due.items(amountFen)] },
  },
});
