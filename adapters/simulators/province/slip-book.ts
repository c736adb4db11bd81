import type { RecordFile } from '../shared/record-file.js';
import type { SteppedClock } from '../shared/stepped-clock.js';
import { readDraft, type Slip, type SlipDraft } from './slip.js';
import { chinaTime, fenOf, isDay, textOf, type Fields } from './wire.js';

/** Result code of a call that was not done, and its text. */
export interface Refusal { readonly code: string; readonly text: string }
export const isRefusal = (value: object): value is Refusal => 'code' in value && 'text' in value;

export const codes = { notFound: 'E0001', void: 'E0002', confirmed: 'E0003', overdue: 'E0005', notReady: 'E0006', signature: 'E0008', parameter: 'E0009', amount: 'E0010', repeated: 'E0011', notPermitted: '18012' } as const;

const refusal = (code: keyof typeof codes, text: string): Refusal => ({ code: codes[code], text });
/** More than a demonstration needs. */
const maxSlips = 100_000;

/** What is kept of it: a slip with the last number that was given out, or the items of a unit. */
export type SlipRecord = { readonly slip: Slip; readonly sequence: number } | { readonly unit: string; readonly items: readonly string[] };
export const slipAmounts: readonly string[] = ['total', 'late', 'std', 'amt'];

/** The one store behind every dialect: slips, and which unit may charge which items. */
export class SlipBook {
  readonly #clock: SteppedClock;
  readonly #slips = new Map<string, Slip>();
  readonly #byBusNo = new Map<string, string>();
  /** Items of a unit; a unit that is not here may charge every item. */
  readonly #permitted = new Map<string, readonly string[]>();
  readonly #records: RecordFile<SlipRecord>;
  #sequence = 0;

  /** Goes on with what is in the file. */
  constructor(clock: SteppedClock, records: RecordFile<SlipRecord>) {
    [this.#clock, this.#records] = [clock, records];
    for (const record of records.read()) this.#remember(record);
    records.rewrite([...[...this.#slips.values()].map((slip) => ({ slip, sequence: this.#sequence })), ...[...this.#permitted].map(([unit, items]) => ({ unit, items }))]);
  }

  #remember(record: SlipRecord): void {
    if ('unit' in record) { this.#permitted.set(record.unit, record.items); return; }
    this.#byBusNo.set(record.slip.busNo, record.slip.payCode);
    this.#slips.set(record.slip.payCode, record.slip);
    this.#sequence = Math.max(this.#sequence, record.sequence);
  }

  /** Which units are limited, and to what. */
  get permitted(): Readonly<Record<string, readonly string[]>> { return Object.fromEntries(this.#permitted); }

  permit(unit: string, items: readonly string[]): void {
    this.#permitted.set(unit, items);
    this.#records.add({ unit, items });
  }

  list(): readonly Slip[] { return [...this.#slips.values()]; }

  find(fields: Fields): Slip | undefined {
    return this.#slips.get(textOf(fields['payCode']) || (this.#byBusNo.get(textOf(fields['busNo'])) ?? ''));
  }

  /** State now: an unpaid slip expires when its last day is over. */
  stateOf(slip: Slip): string {
    return slip.state === '0' && chinaTime(this.#clock.now()).slice(0, 8) > slip.effectiveDate ? '3' : slip.state;
  }

  issue(fields: Fields): Slip | Refusal {
    const draft = readDraft(fields);
    if (typeof draft === 'string') return refusal('parameter', draft);
    const known = this.#slips.get(this.#byBusNo.get(draft.busNo) ?? '');
    if (known !== undefined) return known.total === draft.total && known.agencyCode === draft.agencyCode ? known : refusal('repeated', '业务流水号重复且内容不同');
    return this.#notPermitted(draft) ?? this.#keep(draft, this.#nextPayCode(draft.regionCode));
  }

  #notPermitted(draft: SlipDraft): Refusal | undefined {
    const stranger = draft.items.find(({ code }) => !(this.#permitted.get(draft.agencyCode) ?? [code]).includes(code));
    return stranger && refusal('notPermitted', `单位无权执收该项目：${stranger.code}`);
  }

  /** Takes in a slip that was made elsewhere, or whose code its unit has given. */
  push(fields: Fields): Slip | Refusal {
    const [payCode, draft] = [textOf(fields['payCode']), readDraft(fields)];
    if (typeof draft === 'string' || payCode === '') return refusal('parameter', typeof draft === 'string' ? draft : '缺少缴款码');
    const known = this.#slips.get(payCode);
    if (known === undefined) return this.#notPermitted(draft) ?? this.#keep(draft, payCode);
    return known.total === draft.total ? known : refusal('amount', '缴款码已存在且金额不同');
  }

  confirm(fields: Fields): Slip | Refusal {
    const slip = this.find(fields);
    const [serialNo, date, time] = [textOf(fields['serialNo']), fields['confirmDate'], textOf(fields['confirmTime'])];
    if (slip === undefined) return refusal('notFound', '缴款书不存在');
    if (serialNo === '' || !isDay(date) || !/^[0-9]{6}$/.test(time)) return refusal('parameter', '参数有误');
    if (slip.state === '2') return refusal('void', '缴款书已作废');
    if (slip.confirmation !== undefined) return slip.confirmation.serialNo === serialNo ? slip : refusal('confirmed', '缴款书已缴款确认');
    if (fenOf(fields['totalAmt']) !== slip.total) return refusal('amount', '金额不符');
    if (date > slip.effectiveDate) return refusal('overdue', '缴款书已过期');
    return this.#put({ ...slip, state: '1', confirmation: { code: `QR${String(++this.#sequence).padStart(10, '0')}`, serialNo, time: `${date}${time}`, channel: textOf(fields['paymentChannel'], 64) } });
  }

  void(fields: Fields): Slip | Refusal {
    const slip = this.find(fields);
    if (slip === undefined) return refusal('notFound', '缴款书不存在');
    return slip.confirmation === undefined ? this.#put({ ...slip, state: '2' }) : refusal('confirmed', '缴款书已缴款，不能作废');
  }

  refund(payCode: string): Slip | Refusal {
    const slip = this.#slips.get(payCode);
    return slip?.state === '1' ? this.#put({ ...slip, state: '5' }) : refusal('notFound', '没有已缴的缴款书');
  }

  #keep(draft: SlipDraft, payCode: string): Slip | Refusal {
    if (this.#slips.size >= maxSlips) return refusal('parameter', '模拟系统已满');
    this.#byBusNo.set(draft.busNo, payCode);
    return this.#put({ ...draft, payCode, checkCode: String(Number(payCode.slice(-6)) % 10_000).padStart(4, '0'), state: '0', confirmation: undefined });
  }

  #put(slip: Slip): Slip {
    this.#slips.set(slip.payCode, slip);
    this.#records.add({ slip, sequence: this.#sequence });
    return slip;
  }

  /** region(6) + year(2) + 30 + serial(10), without a check digit (protocol 2.4). */
  #nextPayCode(region: string): string {
    this.#sequence += 1;
    return `${region}${chinaTime(this.#clock.now()).slice(2, 4)}30${String(this.#sequence).padStart(10, '0')}`;
  }
}
