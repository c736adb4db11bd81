import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** One province is known by its rule, another fills in digits; the norm's own is unknown, so the rule is a setting (province-nontax.md 2.1). */
export type MacRule =
  | { readonly rule: 'none' }
  | { readonly rule: 'sha256-token-prefix' | 'sm3-token-prefix' | 'hmac-sm3'; readonly token: string };

export const macChars = 64;
const noMac = '0'.repeat(macChars);

/** 64 lower-case hex characters over the bytes of the XML. */
export function macOf(rule: MacRule, xml: Uint8Array): string {
  switch (rule.rule) {
    case 'none': return noMac;
    case 'hmac-sm3': return createHmac('sm3', rule.token).update(xml).digest('hex');
    case 'sha256-token-prefix': return createHash('sha256').update(rule.token).update(xml).digest('hex');
    case 'sm3-token-prefix': return createHash('sm3').update(rule.token).update(xml).digest('hex');
  }
}

/** Upper case is as good: replies have been seen in it. */
export function macHolds(rule: MacRule, xml: Uint8Array, mac: string): boolean {
  if (rule.rule === 'none') return true;
  const [expected, given] = [Buffer.from(macOf(rule, xml)), Buffer.from(mac.toLowerCase())];
  return expected.length === given.length && timingSafeEqual(expected, given);
}
