import { promisify } from 'node:util';
import { inflate } from 'node:zlib';
import type { Bytes, FetchedBill } from '../../../../../application/ports/channel-bills.js';
import { longTime, type BusinessDay } from '../../../../../domain/kernel/china-time.js';
import type { UnionPayAccount } from '../account.js';
import { callGateway, type GatewayAnswer } from '../gateway-call.js';
import type { UnionPayNeeds } from '../needs.js';
import { whyNotAnswered } from '../response-codes.js';

/**
 * The whole answer is in memory at once, because its signature covers it, and checking it stops the process for about 50 ms a MB [measured].
 * Holds a zip of 23 MB, several hundred thousand lines; a day of 10,000 has less than 1 MB.
 */
export const maxFileAnswerBytes = 32 * 1024 * 1024;
/** A zip hardly packs a second time, so more than this is an attack. */
export const maxZipBytes = 64 * 1024 * 1024;
const chunkBytes = 64 * 1024;

const unpack = promisify(inflate) as (packed: Uint8Array, options: { readonly maxOutputLength: number }) => Promise<Buffer>;
const unknown = (why: string, code?: string): FetchedBill => ({ kind: 'unknown', why, ...(code === undefined ? {} : { code }) });

/** File transfer 76/01: the day goes without its year, the names inside the zip have it (unionpay.md 9). */
export async function fetchBill(needs: UnionPayNeeds, account: UnionPayAccount, day: BusinessDay, timeoutMs: number): Promise<FetchedBill> {
  if (account.fileUrl === undefined) return unknown('no-file-address');
  const content = { txnType: '76', txnSubType: '01', bizType: '000000', txnTime: longTime(needs.clock.now()), settleDate: day.slice(4), fileType: '00' };
  const answer = await callGateway(needs, account, account.fileUrl, content, timeoutMs, maxFileAnswerBytes);
  if (answer.kind === 'unknown') return unknown(answer.why, answer.code);
  if (answer.code === '98') return { kind: 'not-ready' };
  return answer.code === '00' ? fileOf(answer, account, day) : unknown(whyNotAnswered(answer.code), answer.code);
}

/** `fileContent` is base64 of zlib of the zip. */
async function fileOf({ code, fields }: Extract<GatewayAnswer, { kind: 'said' }>, account: UnionPayAccount, day: BusinessDay): Promise<FetchedBill> {
  const { fileContent = '', fileName = '', settleDate } = fields;
  // A genuine answer about another day must not stand for this one.
  if (settleDate !== undefined && settleDate !== day.slice(4)) return unknown('unreadable', code);
  try {
    const zip = await unpack(Buffer.from(fileContent, 'base64'), { maxOutputLength: maxZipBytes });
    const isPlain = /^[0-9A-Za-z][0-9A-Za-z._-]{0,99}$/.test(fileName);
    return { kind: 'file', fileName: isPlain ? fileName : `${account.merId}_${day}.zip`, bytes: chunksOf(zip) };
  } catch (fault) {
    return unknown(isTooLarge(fault) ? 'too-big' : 'unreadable', code);
  }
}

const isTooLarge = (fault: unknown): boolean => fault instanceof Error && 'code' in fault && fault.code === 'ERR_BUFFER_TOO_LARGE';

async function* chunksOf(bytes: Buffer): Bytes {
  for (let from = 0; from < bytes.length; from += chunkBytes) yield await Promise.resolve(bytes.subarray(from, from + chunkBytes));
}
