import { Type } from '@sinclair/typebox';
import { createBosssoftIssuer } from '../../adapters/outbound/e-bills/bosssoft/bosssoft-issuer.js';
import type { BosssoftNeeds } from '../../adapters/outbound/e-bills/bosssoft/needs.js';
import { usualSettings, type BosssoftSettings } from '../../adapters/outbound/e-bills/bosssoft/settings.js';
import type { BillIssuer } from '../../application/ports/bill-issuer.js';
import { ConfigError } from '../config.js';
import { checkedSettings, type ReadOutsideFile } from './outside-file.js';

const closed = { additionalProperties: false } as const;
const text = Type.String({ minLength: 1, maxLength: 500 });
const format = Type.Object({ signs: Type.Union([Type.Literal('digits'), Type.Literal('letters-and-digits')]), shortest: Type.Integer(), longest: Type.Integer() }, closed);
const codes = Type.Array(Type.String());
const schema = Type.Object({
  apiUrl: text, place: Type.Optional(Type.Object({ region: text, deptcode: text }, closed)), appid: text, version: Type.String({ default: usualSettings.version }),
  digest: Type.Union([Type.Literal('md5-upper'), Type.Literal('sm3-upper')], { default: usualSettings.digest }), placeCode: text, kindCode: text, cashier: text, author: text,
  payChannelCode: Type.String({ default: usualSettings.payChannelCode }), pageOrigins: Type.Array(text),
  formats: Type.Object({ eBillCode: format, eBillNo: format, checkCode: format }, { ...closed, default: usualSettings.formats }),
  codes: Type.Object({ exists: codes, stockExhausted: codes, notFound: codes, reversedBefore: codes, unclear: codes }, { ...closed, default: usualSettings.codes }),
  timeoutMs: Type.Integer({ default: usualSettings.timeoutMs }),
}, closed);

/** The e-bill systems by e-bill region code. */
export function billIssuersOf(file: ReadOutsideFile, needs: Pick<BosssoftNeeds, 'http' | 'noise' | 'journal'>): ReadonlyMap<string, BillIssuer> {
  const issuers = new Map<string, BillIssuer>();
  for (const { eBillRegionCodes, keyFile, settings } of file.eBills ?? []) {
    const issuer = createBosssoftIssuer({ ...needs, key: file.secret(keyFile), settings: checkedSettings<BosssoftSettings>('eBills', schema, settings) });
    for (const code of eBillRegionCodes) {
      if (issuers.has(code)) throw new ConfigError(`outside systems, eBills: the region ${code} stands there twice`);
      issuers.set(code, issuer);
    }
  }
  return issuers;
}
