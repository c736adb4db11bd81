import type { BillsOfChannels, Bytes, ChannelBills, FetchedBill } from '../../../../application/ports/channel-bills.js';
import type { ChannelMerchant, PayChannel } from '../../../../domain/directory/channel-merchant.js';
import type { BusinessDay } from '../../../../domain/kernel/china-time.js';
import type { Fen, FenSum } from '../../../../domain/kernel/money.js';
import { sumOf } from '../../../../domain/kernel/money.js';
import type { BillLine, BillPiece, BillTotals, OddLine } from '../../../../domain/reconciliation/bill-line.js';

const pageLines = 7;

/** Bills as plain JSON, put down by the test: what the channel would send is decided line by line, and pages are short. */
export class PaperBills implements ChannelBills {
  readonly payChannel: PayChannel;
  readonly asked: string[] = [];
  /** Bills by account and day. */
  readonly bills = new Map<string, { readonly lines: readonly BillLine[]; readonly odd: readonly OddLine[] }>();
  /** Said instead of what is there. */
  says: FetchedBill | undefined;
  /** Called before each page that is read; throws to play a power cut. */
  fuse: (page: number) => void = () => undefined;

  constructor(payChannel: PayChannel) { this.payChannel = payChannel; }

  put(channelMerchantId: string, day: BusinessDay, lines: readonly BillLine[], odd: readonly OddLine[] = []): void {
    this.bills.set(`${channelMerchantId}:${day}`, { lines: lines.map((line, index) => ({ ...line, lineNo: index + 1 })), odd });
  }

  async fetch(account: ChannelMerchant, day: BusinessDay): Promise<FetchedBill> {
    this.asked.push(`${account.channelMerchantId}:${day}`);
    const bill = this.bills.get(`${account.channelMerchantId}:${day}`);
    if (this.says) return this.says;
    return bill ? { kind: 'file', fileName: `${account.channelMerchantId}_${day}.json`, bytes: bytesOf(textOf(bill)) } : { kind: 'not-ready' };
  }

  async *read(_account: ChannelMerchant, _day: BusinessDay, raw: Bytes): AsyncIterable<BillPiece> {
    const { lines, odd } = readText(await wholeOf(raw));
    for (let at = 0; at < lines.length; at += pageLines) {
      this.fuse(at / pageLines);
      yield { kind: 'lines', lines: lines.slice(at, at + pageLines), odd: [] };
    }
    if (odd.length > 0) yield { kind: 'lines', lines: [], odd };
    yield { kind: 'end', totals: totalsOf(lines, odd) };
  }
}

export const paperBills = (): BillsOfChannels & Readonly<Record<PayChannel, PaperBills>> => ({ alipay: new PaperBills('alipay'), unionpay: new PaperBills('unionpay') });

export function totalsOf(lines: readonly BillLine[], odd: readonly OddLine[] = []): BillTotals {
  const of = (kind: BillLine['kind']) => {
    const own = lines.filter((line) => line.kind === kind);
    return { count: own.length, amount: sumOf(own.map(({ amount }) => amount)) };
  };
  return {
    lineCount: lines.length, payments: of('payment'), refunds: of('refund'), settled: sumOf(lines.map(({ settled }) => settled)), fee: sumOf(lines.map(({ fee }) => fee)), oddCount: odd.length,
  };
}

interface Sheet { readonly lines: readonly BillLine[]; readonly odd: readonly OddLine[] }
export const textOf = (sheet: Sheet): string => JSON.stringify(sheet, (_name, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value));
const readText = (text: string): Sheet => JSON.parse(text, (_name, value: unknown) => (typeof value === 'string' && /^-?[0-9]+n$/.test(value) ? BigInt(value.slice(0, -1)) as Fen | FenSum : value)) as Sheet;

export async function* bytesOf(text: string): Bytes { yield Buffer.from(text, 'utf8'); }

async function wholeOf(raw: Bytes): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of raw) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}
