import type { BillIssuer } from '../ports/bill-issuer.js';

/** Regions that one bill system serves: its figures of a day are those of all of them. */
export const regionsOf = (issuers: ReadonlyMap<string, BillIssuer>, issuer: BillIssuer): readonly string[] => [...issuers].filter(([, one]) => one === issuer).map(([code]) => code);

/** Each bill system once, named by the first of its regions. */
export const billSystems = (issuers: ReadonlyMap<string, BillIssuer>): readonly (readonly [eBillRegionCode: string, issuer: BillIssuer])[] =>
  [...issuers].filter(([code, issuer]) => regionsOf(issuers, issuer)[0] === code);
