import type { Actor } from '../../domain/audit/audit-entry.js';
import { businessDay } from '../../domain/kernel/china-time.js';
import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import { daysBetween } from '../../domain/reconciliation/clearing-day.js';
import { isStillPlanned } from '../../domain/reconciliation/ask-again.js';
import { keeperOf, type ReconcileDay } from '../../domain/reconciliation/run.js';
import type { Statement } from '../../domain/settlement/day-certificate.js';
import type { Clock } from '../ports/clock.js';
import type { Directory } from '../ports/directory.js';
import type { Ids } from '../ports/ids.js';
import type { KeptFile, KeptFiles } from '../ports/kept-files.js';
import { ConcurrentChange, type Readers, type UnitOfWork } from '../ports/unit-of-work.js';
import { StatementLines, type StatementKey } from './statement-lines.js';

export interface GiveStatementParts { readonly unitOfWork: UnitOfWork; readonly directory: Directory; readonly files: KeptFiles; readonly ids: Ids; readonly clock: Clock }

/** `busy`: as many are being made as this process makes at once, or the day moved on again and again while it was read. */
export type StatementRefusal = 'not-ready' | 'too-old' | 'busy';
export type GivenStatement = Result<Statement, StatementRefusal>;

/** Oldest day of which a statement is made; one that exists is given out for ever. */
export const maxStatementAgeDays = 400;
const makingsAtOnce = 4;
const maxStarts = 5;

/**
 * 对账单 of a payee and day (1.1.7.1.4): made when it is asked for the first time and never again. From then on the day is closed for this payee,
 * and what a later bill says otherwise stands in a later day (design 4a). Files of makings that somebody overtook stay kept and are named by nothing.
 */
export class GiveStatement {
  readonly #parts: GiveStatementParts;
  /** Asked for again while it is being made: both get the same one. */
  readonly #making = new Map<string, Promise<GivenStatement>>();

  constructor(parts: GiveStatementParts) {
    this.#parts = parts;
  }

  async run(key: StatementKey, by: Actor): Promise<GivenStatement> {
    const { unitOfWork, clock } = this.#parts;
    const known = await unitOfWork.read(({ settlement }) => settlement.statement(key.merchantNo, key.settleDay, key.kind));
    if (known) return ok(known);
    const today = businessDay(clock.now());
    if (key.settleDay >= today) return refuse('not-ready');
    if (daysBetween(key.settleDay, today) > maxStatementAgeDays) return refuse('too-old');
    const name = JSON.stringify([key.merchantNo, key.settleDay, key.kind]);
    const shared = this.#making.get(name);
    if (shared) return shared;
    if (this.#making.size >= makingsAtOnce) return refuse('busy');
    const making = this.#make(key, by).finally(() => { this.#making.delete(name); });
    this.#making.set(name, making);
    return making;
  }

  async #make(key: StatementKey, by: Actor): Promise<GivenStatement> {
    const { unitOfWork, files, ids } = this.#parts;
    for (let start = 0; start < maxStarts; start++) {
      const records = await unitOfWork.read((readers) => this.#records(readers, key));
      if (!records) return refuse('not-ready');
      const lines = new StatementLines(unitOfWork, key);
      const file = await files.keep({ fileNo: ids.next(), purpose: 'statement', fileName: fileNameOf(key) }, lines.bytes());
      const statement = await this.#store(key, records, lines, file, by);
      if (statement) return ok(statement);
    }
    return refuse('busy');
  }

  /**
   * Stores it only while nothing has moved since before the first line was read: a run of this day, and whoever posts to it from another day's bill, changes
   * one of the records that are taken here.
   */
  #store(key: StatementKey, seen: readonly ReconcileDay[], lines: StatementLines, { fileNo, fileName, byteSize, digest }: KeptFile, by: Actor): Promise<Statement | undefined> {
    const { unitOfWork, ids, clock } = this.#parts;
    return unitOfWork.run(async (stores) => {
      const { settlement, reconciliation, audit } = stores;
      const known = await settlement.statement(key.merchantNo, key.settleDay, key.kind);
      if (known) return known;
      const records = await this.#records(stores, key);
      if (!records || versionsOf(records) !== versionsOf(seen) || !(await this.#agrees(stores, key, lines))) return undefined;
      for (const record of records) await reconciliation.putDay(record);
      const statement: Statement = { ...key, fileNo, fileName, byteSize, digest, lineCount: lines.lineCount, totals: lines.totals, createdAt: clock.now() };
      if (await settlement.addStatement(statement) === 'exists') throw new ConcurrentChange('the statement was given out meanwhile');
      await audit.append({
        entryId: ids.next(), at: statement.createdAt, actor: by, action: 'statement.given-out', objectKind: 'statement', objectNo: `${key.kind}:${key.merchantNo}:${key.settleDay}`,
        description: key.kind === 'normal' ? '生成对账单' : '生成异常对账单', before: undefined, after: { fileNo, digest, lines: String(lines.lineCount) }, requestId: undefined,
      });
      return statement;
    });
  }

  /** The file's sums are those of the books. */
  async #agrees({ settlement }: Pick<Readers, 'settlement'>, { merchantNo, settleDay, kind }: StatementKey, lines: StatementLines): Promise<boolean> {
    if (kind === 'abnormal') return true;
    const own = (await settlement.sumsOfDay(settleDay, 'settleDay')).filter((sum) => sum.merchantNo === merchantNo);
    const total = (field: 'tradeAmount' | 'settledAmount' | 'feeAmount'): bigint => own.reduce((sum, one) => sum + one[field], 0n);
    return own.reduce((sum, { tradeCount }) => sum + tradeCount, 0) === lines.tradeCount
      && (['tradeAmount', 'settledAmount', 'feeAmount'] as const).every((field) => total(field) === lines.totals[field]);
  }

  /** Records of the day whose runs the statement waits for, and the one that stands for the day; undefined while one is missing or under way. */
  async #records({ reconciliation, trades, settlement }: Pick<Readers, 'reconciliation' | 'trades' | 'settlement'>, { merchantNo, settleDay }: StatementKey): Promise<readonly ReconcileDay[] | undefined> {
    const { directory, clock } = this.#parts;
    const all = await reconciliation.daysOn(settleDay);
    const keeper = keeperOf(all);
    // Nobody asked for a bill of that day: it is over for everybody once it is certified.
    if (!keeper && await settlement.certificate(settleDay) === undefined) return undefined;
    const links = await directory.channelsOf(merchantNo);
    const isAskedOfAll = isStillPlanned(settleDay, clock.now());
    for (const { channelMerchantId, enabled } of links) {
      if (all.some((record) => record.channelMerchantId === channelMerchantId)) continue;
      if (await trades.anyOn(channelMerchantId, settleDay)) return undefined;
      if (isAskedOfAll && enabled && (await directory.channelMerchant(channelMerchantId))?.enabled) return undefined;
    }
    const own = all.filter((record) => links.some(({ channelMerchantId }) => channelMerchantId === record.channelMerchantId));
    for (const { lastRunNo, runningNo, runCount } of own) {
      const last = lastRunNo === undefined || runningNo !== undefined ? undefined : await reconciliation.run(lastRunNo);
      // After one that was cancelled half way the entries are neither what the old bill says nor what the new one does.
      if (last?.sequence !== runCount) return undefined;
    }
    return keeper && !own.includes(keeper) ? [keeper, ...own] : own;
  }
}

const versionsOf = (records: readonly ReconcileDay[]): string => records.map(({ channelMerchantId, version }) => `${channelMerchantId}:${version}`).join(' ');

const fileNameOf = ({ merchantNo, settleDay, kind }: StatementKey): string => `${merchantNo}-${settleDay}-${kind === 'normal' ? 'statement' : 'abnormal'}.csv`;
