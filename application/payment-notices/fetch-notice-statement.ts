import type { BusinessDay } from '../../domain/kernel/china-time.js';
import { nextStatementTryAt, statementOverdueAt, statementReadyAt, maxStatementDaysBack, newestStatementDay } from '../../domain/payment-notices/compare-statement.js';
import { awaitedDay, type NoticeStatementDay } from '../../domain/payment-notices/statement-day.js';
import { addDays } from '../../domain/reconciliation/clearing-day.js';
import type { JobOutcome } from '../ports/jobs.js';
import type { KeptFiles } from '../ports/kept-files.js';
import type { Province, ProvinceStatements, StatementReading } from '../ports/province.js';
import { Turns } from '../ports/turns.js';
import type { CompareStatement } from './compare-statement.js';
import { placeWaitMs, type NoticeParts } from './notice-parts.js';
import { wordOf } from './report-words.js';

export const statementKey = (region: string, day: BusinessDay): string => `${region}:${day}`;

export interface StatementParts extends Pick<NoticeParts, 'unitOfWork' | 'provinces' | 'ids' | 'clock' | 'journal' | 'patience' | 'workPlaces'> { readonly files: Pick<KeptFiles, 'keep'>; readonly compare: Pick<CompareStatement, 'run'> }

/** What became of one try: the day's record, and whether it is over. */
type Try = { readonly isOver: boolean } & Partial<NoticeStatementDay> & { readonly lastWord: string };

const damages: Readonly<Record<Extract<StatementReading, { kind: 'damaged' }>['why'], string>> = {
  charset: '字符集不符', head: '文件头有误', day: '不是该日的对账单', 'too-large': '文件过大', 'count-differs': '笔数与文件头不符', 'sum-differs': '金额与文件头不符',
};

/** Job `fetch-notice-statement`: asks the province for a day's statement until it is there, keeps the raw file, and compares it. A damaged file books nothing. */
export class FetchNoticeStatement {
  readonly #parts: StatementParts;
  readonly #turns = new Turns();

  constructor(parts: StatementParts) {
    this.#parts = parts;
  }

  async run(key: string): Promise<JobOutcome> {
    const [region = '', day = ''] = key.split(':');
    const { provinces, clock, workPlaces } = this.#parts;
    const statements = provinces.get(region)?.statements;
    if (statements === undefined) return { kind: 'done' };
    const worked = await workPlaces.within(() => this.#work(region, day, statements));
    return worked?.came ?? { kind: 'again', dueAt: this.#turns.next(clock.now(), placeWaitMs) };
  }

  async #work(region: string, day: BusinessDay, statements: ProvinceStatements): Promise<JobOutcome> {
    const tried = await this.#try(region, day, statements);
    const { clock, journal } = this.#parts;
    const now = clock.now();
    const tries = await this.#note(region, day, tried);
    if (tried.isOver) return { kind: 'done' };
    // By noon it should be there; later ones are said again once a day.
    if (now >= statementOverdueAt(day) && (tries === 1 || tries % 24 === 0)) journal.alarm('notice-statement-missing', { region, day, tries });
    return { kind: 'again', dueAt: nextStatementTryAt(tries, now) };
  }

  async #try(region: string, day: BusinessDay, statements: ProvinceStatements): Promise<Try> {
    const { ids, files, journal, clock, patience } = this.#parts;
    const answer = await statements.fetch(day, patience.statementMs);
    if (answer.kind === 'unknown') return { isOver: false, lastWord: wordOf(answer).reply };
    if (answer.kind === 'not-ready') return { isOver: false, lastWord: '对账单尚未生成' };
    const fileNo = ids.next();
    await files.keep({ fileNo, purpose: 'province', fileName: answer.fileName }, once(answer.bytes));
    const reading = await statements.read(day, answer.bytes);
    if (reading.kind === 'damaged') {
      journal.alarm('notice-statement-damaged', { region, day, why: reading.why });
      return { isOver: false, state: 'damaged', fileNo, lastWord: `对账单有误：${damages[reading.why]}` };
    }
    const known = await this.#parts.unitOfWork.read(({ notices }) => notices.statementDay(region, day));
    const compared = await this.#parts.compare.run(region, day, reading.lines, known?.state === 'compared');
    // A row that cannot be read is a difference too: it stands in the kept file.
    if (reading.odd.length > 0) journal.alarm('notice-statement-odd-lines', { region, day, lines: reading.odd.length });
    const odd = reading.odd.length === 0 ? '' : `，${reading.odd.length} 行无法识别（第 ${reading.odd.slice(0, 5).map(({ lineNo }) => lineNo).join('、')} 行）`;
    return {
      isOver: true, state: 'compared', fileNo, lineCount: reading.lines.length + reading.odd.length, total: reading.total, agreed: compared.agreed, differing: compared.differing + reading.odd.length,
      comparedAt: clock.now(), lastWord: `相符 ${compared.agreed} 笔，不符 ${compared.differing} 笔${odd}`,
    };
  }

  async #note(region: string, day: BusinessDay, { isOver, ...found }: Try): Promise<number> {
    return this.#parts.unitOfWork.run(async ({ notices }) => {
      await notices.addStatementDay(awaitedDay(region, day));
      const known = await notices.statementDay(region, day);
      if (known === undefined) throw new Error(`the statement day ${region} ${day} is gone`);
      // What was compared stays so when a later fetch fails.
      const state = found.state ?? known.state;
      const tries = isOver ? known.tries : known.tries + 1;
      await notices.putStatementDay({ ...known, ...found, state: known.state === 'compared' && !isOver ? 'compared' : state, tries });
      return tries;
    });
  }
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> { yield bytes; }

/** Puts the statements of the day before on the list once the province has them, and of days before that nobody asked for though there were payments. */
export class PlanNoticeStatements {
  readonly #parts: Pick<NoticeParts, 'unitOfWork' | 'provinces' | 'clock'>;

  constructor(parts: Pick<NoticeParts, 'unitOfWork' | 'provinces' | 'clock'>) {
    this.#parts = parts;
  }

  /** How many were put on the list. Running it twice, or on two hosts, changes nothing. */
  async run(): Promise<number> {
    let planned = 0;
    for (const province of this.#parts.provinces.values()) {
      if (province.statements === undefined) continue;
      const newest = newestStatementDay(this.#parts.clock.now());
      for (let back = 0; back < maxStatementDaysBack; back++) planned += await this.#plan(province, addDays(newest, -back), back) ? 1 : 0;
    }
    return planned;
  }

  async #plan({ region }: Province, day: BusinessDay, back: number): Promise<boolean> {
    const { unitOfWork, clock } = this.#parts;
    if (clock.now() < statementReadyAt(day)) return false;
    const isWanted = await unitOfWork.read(async ({ notices }) =>
      await notices.statementDay(region, day) === undefined && (back === 0 || (await notices.confirmedOn({ region, day, after: undefined, limit: 1 })).length > 0));
    if (!isWanted) return false;
    return unitOfWork.run(async ({ notices, outbox }) => {
      if (await notices.addStatementDay(awaitedDay(region, day)) === 'exists') return false;
      await outbox.enqueue({ topic: 'fetch-notice-statement', key: statementKey(region, day), dueAt: clock.now() });
      return true;
    });
  }
}
