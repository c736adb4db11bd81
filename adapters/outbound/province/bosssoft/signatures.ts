import { createHash, timingSafeEqual } from 'node:crypto';
import type { BosssoftNeeds } from './needs.js';
import type { BosssoftSettings } from './settings.js';

/** What a signature speaks for. */
export interface Signed { readonly data: string; readonly noise: string }

/**
 * The text behind a signature. The order is the vendor's and is not sorted; a shared key stands between noise and version. With SM2 there
 * is no such key, and the part is left out.
 */
export function textToSign(settings: Pick<BosssoftSettings, 'region' | 'deptCode' | 'appId' | 'version' | 'envelope'>, { data, noise }: Signed, key: string | undefined): string {
  const place = settings.envelope === 'standard' ? `region=${settings.region}&deptcode=${settings.deptCode}&` : '';
  return `${place}appid=${settings.appId}&data=${data}&noise=${noise}${key === undefined ? '' : `&key=${key}`}&version=${settings.version}`;
}

/** `whose`: under which of the two shared secrets; SM2 always signs with our own key. */
export async function signatureOf(needs: BosssoftNeeds, settings: BosssoftSettings, signed: Signed, whose: 'ours' | 'province'): Promise<string> {
  const { signing } = settings;
  if (signing.form === 'sm2') return needs.signer.sign(signing.keyName, { algorithm: 'SM2', sm2Encoding: signing.sm2Encoding }, textToSign(settings, signed, undefined));
  const text = textToSign(settings, signed, await needs.secrets[whose]());
  // The vendor's own form. Whoever needs a sound digest sets another one; TLS protects this one.
  if (signing.form === 'md5-upper') return createHash('md5').update(text, 'utf8').digest('hex').toUpperCase();
  return needs.digests.sm3Hex(text).toUpperCase();
}

/** Whether the province has signed this. Never throws for what `sign` is. */
export async function signatureHolds(needs: BosssoftNeeds, settings: BosssoftSettings, signed: Signed, sign: unknown, whose: 'ours' | 'province'): Promise<boolean> {
  if (typeof sign !== 'string') return false;
  const { signing } = settings;
  if (signing.form === 'sm2') return needs.verifier.verify(signing.provinceKeyPem, { algorithm: 'SM2', sm2Encoding: signing.sm2Encoding }, textToSign(settings, signed, undefined), sign);
  const [expected, given] = [Buffer.from(await signatureOf(needs, settings, signed, whose)), Buffer.from(sign)];
  return expected.length === given.length && timingSafeEqual(expected, given);
}
