import { endOfDay, startOfDay } from '../../domain/e-bills/check-times.js';
import { differencesOf, mostDifferences, type EBillDifference } from '../../domain/e-bills/bill-difference.js';
import { gapsIn, inOrder, marked, markOf, minuteOf, noted, type BillPlace, type DayWalk } from '../../domain/e-bills/day-walk.js';
import type { FoundEBill } from '../../domain/e-bills/e-bill-report.js';
import type { OrderEBill } from '../../domain/e-bills/order-e-bill.js';
import { minuteMs, type BusinessDay, type EpochMs } from '../../domain/kernel/china-time.js';
import { dayListPageSize, type BillIssuer } from '../ports/bill-issuer.js';
import { maxEBillsAtOnce } from '../ports/e-bill-books.js';
import type { UnitOfWork } from '../ports/unit-of-work.js';

/** Pages of one day that are read; beyond that the count alone is told. */
const mostPages = 2_000;

/** The bills of one day at one bill system, and the regions of ours that it serves. */
export interface WalkedDay { readonly issuer: BillIssuer; readonly regions: readonly string[]; readonly day: BusinessDay }

/** `unknown`: the bill system gave no answer that could be believed; the walk stands where it stood. */
export type Walked = { readonly kind: 'on' | 'over'; readonly walk: DayWalk } | 'unknown';

/** One step of the comparison of a day's bills one by one: a page of theirs or of ours, or one question about one bill. Neither side is ever held whole. */
export class WalkBills {
  readonly #unitOfWork: UnitOfWork;

  constructor(unitOfWork: UnitOfWork) {
    this.#unitOfWork = unitOfWork;
  }

  async run(of: WalkedDay, walk: DayWalk): Promise<Walked> {
    switch (walk.phase) {
      case 'theirs': return this.#theirs(of, walk);
      case 'ours': return this.#ours(of, walk);
      case 'missing': return this.#missing(of, walk);
      case 'again': return this.#again(of, walk);
    }
  }

  async #theirs(of: WalkedDay, walk: DayWalk): Promise<Walked> {
    const pageNo = walk.done + 1;
    const page = await of.issuer.checks.list(of.day, pageNo);
    if (page.kind === 'unknown') return 'unknown';
    const known = (await this.#underNumbers(page.bills)).filter((bill) => isOf(of, bill));
    const changes = known.flatMap(({ issued }) => (issued ? [{ minute: minuteOf(issued.issuedAt, startOfDay(of.day)), mark: markOf(issued), sign: 1 as const }] : []));
    const next = noted({ ...walk, done: pageNo, minutes: marked(walk.minutes, changes) }, differencesOf(known, page.bills));
    const isLast = page.bills.length === 0 || pageNo * dayListPageSize >= page.total || pageNo >= mostPages;
    return { kind: 'on', walk: isLast ? { ...next, phase: 'ours', done: 0 } : next };
  }

  async #ours(of: WalkedDay, walk: DayWalk): Promise<Walked> {
    const region = of.regions[walk.done];
    if (region === undefined) return { kind: 'on', walk: { ...walk, phase: 'missing', done: 0, after: undefined } };
    const bills = await this.#page(region, startOfDay(of.day), endOfDay(of.day), walk.after, maxEBillsAtOnce);
    const changes = bills.flatMap(({ issued }) => (issued ? [{ minute: minuteOf(issued.issuedAt, startOfDay(of.day)), mark: markOf(issued), sign: -1 as const }] : []));
    const minutes = marked(walk.minutes, changes);
    const isLast = bills.length < maxEBillsAtOnce;
    return { kind: 'on', walk: { ...walk, minutes, done: walk.done + (isLast ? 1 : 0), after: isLast ? undefined : placeOf(bills.at(-1)) } };
  }

  /** A bill that was on no page may have been issued since, or have slipped from one page to another while these were read: it is asked for by its numbers. */
  async #missing(of: WalkedDay, walk: DayWalk): Promise<Walked> {
    const { regions, day } = of;
    const [minute, region] = [gapsIn(walk)[Math.floor(walk.done / regions.length)], regions[walk.done % regions.length]];
    // As many as are kept are enough to know that the day differs.
    if (minute === undefined || region === undefined || walk.differences.length >= mostDifferences) return { kind: 'on', walk: { ...walk, phase: 'again', done: 0, after: undefined } };
    const fromAt = startOfDay(day) + minute * minuteMs;
    const [bill] = await this.#page(region, fromAt, fromAt + minuteMs, walk.after, 1);
    if (bill?.issued === undefined) return { kind: 'on', walk: { ...walk, done: walk.done + 1, after: undefined } };
    const there = await theirsNow(of, bill.issued);
    return there === 'unknown' ? 'unknown' : { kind: 'on', walk: noted({ ...walk, after: placeOf(bill) }, differencesOf([bill], there)) };
  }

  async #again(of: WalkedDay, walk: DayWalk): Promise<Walked> {
    const seen = walk.differences[walk.done];
    if (seen === undefined) return { kind: 'over', walk: { ...walk, differences: inOrder(walk.differences) } };
    const there = await theirsNow(of, seen);
    if (there === 'unknown') return 'unknown';
    const here = (await this.#unitOfWork.read(({ eBills }) => eBills.byNumbers(seen.eBillCode, seen.eBillNo))).filter((bill) => isOf(of, bill));
    const now: readonly EBillDifference[] = differencesOf(here, there).slice(0, 1);
    const differences = walk.differences.toSpliced(walk.done, 1, ...now);
    return { kind: 'on', walk: { ...walk, differences, done: walk.done + now.length } };
  }

  /** Our bills under the numbers of theirs: by their orders, which are read at once; the few whose order is not ours may have our numbers all the same. */
  async #underNumbers(theirs: readonly FoundEBill[]): Promise<readonly OrderEBill[]> {
    const wanted = new Set(theirs.map(nameOf));
    return this.#unitOfWork.read(async ({ eBills }) => {
      const orderNos = [...new Set(theirs.map(({ busNo }) => busNo.split('-')[0] ?? ''))].filter((orderNo) => orderNo !== '');
      const found = (await eBills.ofOrders(orderNos)).filter(({ issued }) => issued && wanted.has(nameOf(issued)));
      const met = new Set(found.flatMap(({ issued }) => (issued ? [nameOf(issued)] : [])));
      const others = theirs.filter((bill) => !met.has(nameOf(bill)));
      return [...found, ...(await Promise.all(others.map(({ eBillCode, eBillNo }) => eBills.byNumbers(eBillCode, eBillNo)))).flat()];
    });
  }

  async #page(eBillRegionCode: string, fromAt: EpochMs, toAt: EpochMs, after: BillPlace | undefined, limit: number): Promise<readonly OrderEBill[]> {
    return this.#unitOfWork.read(({ eBills }) => eBills.issuedIn({ eBillRegionCode, fromAt, toAt, after, limit }));
  }
}

interface Named { readonly eBillCode: string; readonly eBillNo: string }
const nameOf = ({ eBillCode, eBillNo }: Named): string => `${eBillCode}|${eBillNo}`;

const isOfDay = (issuedAt: EpochMs | undefined, day: BusinessDay): boolean => issuedAt !== undefined && issuedAt >= startOfDay(day) && issuedAt < endOfDay(day);
const isOf = ({ regions, day }: WalkedDay, { eBillRegionCode, issued }: OrderEBill): boolean =>
  eBillRegionCode !== undefined && regions.includes(eBillRegionCode) && isOfDay(issued?.issuedAt, day);

/** What the bill system has now under these numbers; a bill of another day is none of this day's. */
async function theirsNow({ issuer, day }: WalkedDay, numbers: Named): Promise<readonly FoundEBill[] | 'unknown'> {
  const report = await issuer.finding.findByNumbers(numbers);
  if (report.kind === 'unknown') return 'unknown';
  return report.kind === 'not-found' ? [] : report.bills.filter((bill) => nameOf(bill) === nameOf(numbers) && isOfDay(bill.issuedAt, day));
}

const placeOf = (bill: OrderEBill | undefined): BillPlace | undefined =>
  bill?.issued && { issuedAt: bill.issued.issuedAt, platformOrderNo: bill.platformOrderNo, round: bill.round };
