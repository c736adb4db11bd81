import { randomBytes } from 'node:crypto';
import type { BosssoftNeeds } from './needs.js';
import type { BosssoftSettings } from './settings.js';
import { signatureHolds, signatureOf } from './signatures.js';
import { base64Bytes, base64Of, readWireObject, textField, utf8Text, wireText, type WireObject } from './wire-json.js';

/** UUIDs have been seen with dashes and without. */
const noiseForm = /^[0-9A-Za-z-]{8,64}$/;
/** How long a random number may not come again (security of the two MAC forms rests on TLS otherwise). */
export const noiseKeptMs = 10 * 60_000;

/** The names stand in the vendor's order. */
export async function requestEnvelope(needs: BosssoftNeeds, settings: BosssoftSettings, content: string): Promise<string> {
  const signed = { data: base64Of(content), noise: randomBytes(16).toString('hex') };
  const place = settings.envelope === 'standard' ? { region: settings.region, deptcode: settings.deptCode } : {};
  return wireText({ ...place, appid: settings.appId, ...signed, version: settings.version, sign: await signatureOf(needs, settings, signed, 'ours') });
}

/** Our answer to a message of the province, under the secret it used. */
export async function answerEnvelope(needs: BosssoftNeeds, settings: BosssoftSettings, result: string, message: string): Promise<string> {
  const signed = { data: base64Of(wireText({ result, message: base64Of(message) })), noise: randomBytes(16).toString('hex') };
  return wireText({ ...signed, sign: await signatureOf(needs, settings, signed, 'province') });
}

export type Opened =
  | { readonly kind: 'opened'; readonly content: WireObject }
  | { readonly kind: 'unreadable' | 'unsigned' | 'replayed' | 'foreign' };

/**
 * Content of an envelope that the province has signed, once each. Region, application and version must be ours wherever they are
 * written: they are part of the signed text, and a message for somebody else is none for us.
 */
export async function openEnvelope(needs: BosssoftNeeds, settings: BosssoftSettings, body: Uint8Array, whose: 'ours' | 'province'): Promise<Opened> {
  const outer = readWireObject(utf8Text(body));
  const [data, noise] = [outer?.['data'], outer?.['noise']];
  if (outer === undefined || typeof data !== 'string' || typeof noise !== 'string' || !noiseForm.test(noise)) return { kind: 'unreadable' };
  const ours: readonly (readonly [string, string])[] = [['region', settings.region], ['deptcode', settings.deptCode], ['appid', settings.appId], ['version', settings.version]];
  if (ours.some(([name, value]) => outer[name] !== undefined && outer[name] !== value)) return { kind: 'foreign' };
  if (!await signatureHolds(needs, settings, { data, noise }, outer['sign'], whose)) return { kind: 'unsigned' };
  // Only numbers under a good signature are kept, so that strangers cannot use them up.
  const spent = whose === 'ours' ? needs.spent.answers : needs.spent.messages;
  if (!await spent.spend(`${settings.region}:${settings.appId}:${noise}`, needs.clock.now(), noiseKeptMs)) return { kind: 'replayed' };
  const content = readWireObject(utf8Text(base64Bytes(data)));
  return content === undefined ? { kind: 'unreadable' } : { kind: 'opened', content };
}

/** `message` of an answer as text. */
export const messageText = (content: WireObject, maxChars: number): string | undefined => utf8Text(base64Bytes(textField(content, 'message', maxChars) ?? ''));
