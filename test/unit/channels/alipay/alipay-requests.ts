import { createVerify } from 'node:crypto';
import type { WireRequest } from '../../../../adapters/outbound/wire/http-client.js';
import { appKeys } from './alipay-world.js';

/** What Alipay would sign-check: all parameters of address and body, decoded once. */
export function received(action: string, body: string): URLSearchParams {
  return new URLSearchParams([...new URL(action).searchParams, ...new URLSearchParams(body)]);
}

export function signatureHolds(parameters: URLSearchParams): boolean {
  const text = [...parameters].filter(([name, value]) => name !== 'sign' && value !== '').sort(([left], [right]) => (left < right ? -1 : 1)).map(([name, value]) => `${name}=${value}`).join('&');
  return createVerify('sha256').update(text, 'utf8').verify(appKeys.publicKey, parameters.get('sign') ?? '', 'base64');
}

/** The request as Alipay reads it. */
export const sentBy = (request: WireRequest | undefined): { parameters: URLSearchParams; biz: Record<string, unknown> } => {
  const parameters = received(request?.url ?? '', String(request?.body));
  return { parameters, biz: JSON.parse(parameters.get('biz_content') ?? '{}') as Record<string, unknown> };
};
