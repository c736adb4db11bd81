import { createHash, randomUUID } from 'node:crypto';

/** A unit that may call: what both sides agreed on. */
export interface Client {
  readonly appid: string;
  readonly key: string;
  readonly version: string;
  /** Standard edition; undefined is the short form. */
  readonly place: { readonly region: string; readonly deptcode: string } | undefined;
  readonly digest: 'md5-upper' | 'sm3-upper';
}

export type EnvelopeFields = Readonly<Record<string, unknown>>;

export function signOf(client: Client, data: string, noise: string): string {
  const { place, appid, key, version } = client;
  const parts = [...(place ? [['region', place.region], ['deptcode', place.deptcode]] : []), ['appid', appid], ['data', data], ['noise', noise], ['key', key], ['version', version]];
  const text = parts.map((pair) => pair.join('=')).join('&');
  return createHash(client.digest === 'md5-upper' ? 'md5' : 'sm3').update(text).digest('hex').toUpperCase();
}

/** Whether the request is this client's; its secret is in the signature only. */
export function isGenuine(client: Client, { appid, version, region, deptcode, data, noise, sign }: EnvelopeFields): boolean {
  const isFace = appid === client.appid && version === client.version && region === client.place?.region && deptcode === client.place?.deptcode;
  return isFace && typeof data === 'string' && typeof noise === 'string' && sign === signOf(client, data, noise);
}

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');

/** A reply as it goes over the wire; `message` is JSON after S0000, else text. */
export function sealedReply(client: Client, result: string, message: string): { readonly data: string; readonly noise: string; readonly sign: string } {
  const data = base64(JSON.stringify({ result, message: base64(message) }));
  const noise = randomUUID().replaceAll('-', '');
  return { data, noise, sign: signOf(client, data, noise) };
}
