import type { WireFailure } from '../../wire/http-client.js';
import { readObject } from './json-body.js';
import type { CloudMasNeeds } from './needs.js';

export type PlatformAnswer =
  | { readonly kind: 'said'; readonly reply: Readonly<Record<string, unknown>> }
  /** The platform would not look at the request now. */
  | { readonly kind: 'busy' }
  | { readonly kind: 'not-sent'; readonly why: string }
  | { readonly kind: 'unknown'; readonly why: string };

const neverLeft: readonly WireFailure[] = ['unreachable', 'address-refused'];

/** Posts once, never repeated here. What was not answered stands in the journal without numbers or text. */
export async function callPlatform(needs: CloudMasNeeds, path: string, body: string, timeoutMs: number, maxResponseBytes: number): Promise<PlatformAnswer> {
  const answer = await post(needs, path, body, timeoutMs, maxResponseBytes);
  if (answer.kind !== 'said') needs.journal.warn('text-platform-unanswered', { call: path, why: answer.kind === 'busy' ? 'busy' : answer.why });
  return answer;
}

async function post({ settings, http }: CloudMasNeeds, path: string, body: string, timeoutMs: number, maxResponseBytes: number): Promise<PlatformAnswer> {
  const answer = await http.send({
    url: `${settings.baseUrl}/${path}`, method: 'POST', headers: { 'content-type': 'application/json; charset=utf-8' }, body, timeoutMs, maxResponseBytes,
  });
  if (answer.kind === 'failure') return { kind: neverLeft.includes(answer.why) ? 'not-sent' : 'unknown', why: answer.why };
  // 502 and 504 come from a proxy that may have passed the request on.
  if (answer.status === 429 || answer.status === 503) return { kind: 'busy' };
  if (answer.status !== 200) return { kind: 'unknown', why: `http-${answer.status}` };
  const reply = readObject(answer.body);
  return reply === undefined ? { kind: 'unknown', why: 'unreadable' } : { kind: 'said', reply };
}
