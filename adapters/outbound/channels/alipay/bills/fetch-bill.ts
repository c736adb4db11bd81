import { billLimits, BillCutOff, type Bytes, type FetchedBill } from '../../../../../application/ports/channel-bills.js';
import type { ChannelMerchant } from '../../../../../domain/directory/channel-merchant.js';
import type { BusinessDay } from '../../../../../domain/kernel/china-time.js';
import { WireBrokeOff } from '../../../wire/bounded-bytes.js';
import type { WireClient } from '../../../wire/http-client.js';
import { usableAccount } from '../account.js';
import { textField, type AlipayGateway, type GatewayAnswer } from '../gateway.js';
import { downloadAddress } from './download-address.js';

const unknown = (why: string, code?: string): FetchedBill => ({ kind: 'unknown', why, ...(code === undefined || code === '' ? {} : { code }) });
const dashed = (day: BusinessDay): string => `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`;
const zipStart = Buffer.from('PK\x03\x04', 'latin1');

/**
 * Asks for the address and takes the file at once, because the address is good for 30 seconds only. It opens the file to whoever has it, so
 * it is neither kept nor written anywhere: after any failure a new one is asked for. `timeoutMs` is for all of it, to the last byte.
 */
export async function fetchBill(gateway: AlipayGateway, http: Pick<WireClient, 'download'>, account: ChannelMerchant, day: BusinessDay, timeoutMs: number): Promise<FetchedBill> {
  const began = performance.now();
  const answer = await gateway.call(usableAccount(account), 'bill', { bill_type: 'trade', bill_date: dashed(day) }, timeoutMs);
  if (answer.kind === 'unknown') return unknown(answer.why, answer.code);
  if (answer.meaning.does !== 'done') return refusedCall(answer);
  const url = downloadAddress(textField(answer.fields, 'bill_download_url'), account.environment);
  if (url === undefined) return unknown('address-refused');
  const leftMs = Math.ceil(timeoutMs - (performance.now() - began));
  if (leftMs <= 0) return unknown('timeout');
  return download(http, url, leftMs, `alipay_${account.channelMerchantNo.replace(/\W/g, '_')}_${day}.zip`);
}

function refusedCall(answer: Extract<GatewayAnswer, { kind: 'said' }>): FetchedBill {
  switch (answer.meaning.does) {
    case 'no-bill': return { kind: 'not-ready' };
    case 'unknown':
    case 'limited': return unknown('busy', answer.code);
    case 'call-refused': return unknown('call-refused', answer.code);
    default: return unknown('unheard-word', answer.code);
  }
}

async function download(http: Pick<WireClient, 'download'>, url: string, timeoutMs: number, fileName: string): Promise<FetchedBill> {
  const answer = await http.download({ url, method: 'GET', headers: {}, timeoutMs, maxResponseBytes: billLimits.rawBytes });
  if (answer.kind === 'failure') return unknown(answer.why);
  const start = await firstChunk(answer.bytes);
  if (typeof start === 'string') return unknown(start);
  // An address whose time is over is answered with a page that says so.
  const isFile = answer.status === 200 && start?.subarray(0, zipStart.length).equals(zipStart) === true;
  if (isFile) return { kind: 'file', fileName, bytes: from(start, answer.bytes) };
  await answer.bytes.return();
  return unknown('no-file', `http-${answer.status}`);
}

/** At least as many bytes as tell a zip from a page, or the word for why they did not come. */
async function firstChunk(bytes: AsyncGenerator<Uint8Array, void, undefined>): Promise<Buffer | string | undefined> {
  let start = Buffer.alloc(0);
  try {
    while (start.length < zipStart.length) {
      const next = await bytes.next();
      if (next.done === true) return start;
      start = Buffer.concat([start, next.value]);
    }
    return start;
  } catch (fault) {
    if (fault instanceof WireBrokeOff) return fault.why;
    throw fault;
  }
}

async function* from(start: Buffer, rest: Bytes): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    yield start;
    yield* rest;
  } catch (fault) {
    throw fault instanceof WireBrokeOff ? new BillCutOff(fault.why) : fault;
  }
}
