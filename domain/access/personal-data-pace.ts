/**
 * How often one operator sees personal data in clear, wherever it stands: two at once, then one every five seconds. Enough to help a payer on the phone, not to
 * copy a list of people (PRV-02).
 */
export const personalDataPace = { perSecond: 0.2, keyOf: (operatorNo: string): string => `personal-data ${operatorNo}` } as const;
