import { request, type Dispatcher } from 'undici';
import type { Letter } from './notice-faults.js';

const sendTimeoutMs = 5_000;
const maximumAnswerBytes = 1_024;

/** What the merchant answered: `accepted` only for status 200 and exactly the seven bytes `success`. */
export interface Delivery { readonly accepted: boolean; readonly outcome: string }

async function firstBytes(body: Dispatcher.ResponseData['body']): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of body as AsyncIterable<Buffer>) {
    parts.push(part);
    size += part.length;
    if (size > maximumAnswerBytes) break;
  }
  return Buffer.concat(parts);
}

/** One POST without redirects. Never rejects: whatever goes wrong means not accepted. */
export async function postNotice(url: string, letter: Letter, dispatcher: Dispatcher, ending: AbortSignal): Promise<Delivery> {
  try {
    const answer = await request(url, {
      method: 'POST', dispatcher, headers: { 'content-type': letter.contentType, 'user-agent': 'Alipay-Simulator' }, body: letter.body,
      headersTimeout: sendTimeoutMs, bodyTimeout: sendTimeoutMs, signal: AbortSignal.any([ending, AbortSignal.timeout(sendTimeoutMs)]),
    });
    const bytes = await firstBytes(answer.body);
    const accepted = answer.statusCode === 200 && bytes.equals(Buffer.from('success'));
    return { accepted, outcome: accepted ? 'success' : `status ${answer.statusCode}` };
  } catch (fault) {
    return { accepted: false, outcome: fault instanceof Error ? fault.name : 'failed' };
  }
}
