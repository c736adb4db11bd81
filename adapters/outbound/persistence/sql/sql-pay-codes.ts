import type { OwnPayCodes } from '../../../../application/ports/own-pay-codes.js';
import { businessDay, type EpochMs } from '../../../../domain/kernel/china-time.js';
import { ownPayCode } from '../../../../domain/payment-notices/own-pay-code.js';
import { epochMs, int, text } from './codecs.js';
import { SqlTable } from './sql-table.js';
import type { UnitRunner } from './unit-runner.js';

interface PayCodeRow { readonly busNo: string; readonly payCode: string; readonly rangeName: string; readonly serialNo: number; readonly givenAt: EpochMs }

export const ownPayCodeTable = new SqlTable<PayCodeRow>('own_pay_code', {
  busNo: ['bus_no', text(32)], payCode: ['pay_code', text(32)], rangeName: ['range_name', text(32)], serialNo: ['serial_no', int], givenAt: ['given_at', epochMs],
}, ['busNo']);

/** Processes that want the next serial at the same time; each loser of a race tries again. */
const mostTries = 100;

/**
 * Pay codes of one region in their table. The next serial of a year is the one behind the last; that no two orders get it, and no order two of them,
 * is for the keys of the table to say.
 */
export class SqlPayCodes implements OwnPayCodes {
  readonly #units: UnitRunner;
  readonly #region: string;
  readonly #system: string;
  /** One at a time in this process: only other processes are raced with. */
  #turn: Promise<unknown> = Promise.resolve();

  /** `units`: of its own, so that a code that was given stays given, whatever becomes of the unit of work around. */
  constructor(units: UnitRunner, region: string, system: string) { [this.#units, this.#region, this.#system] = [units, region, system]; }

  codeOf(busNo: string, now: EpochMs): Promise<string> {
    const turn = this.#turn.then(() => this.#give(busNo, now));
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async known(busNo: string): Promise<string | undefined> {
    const found: unknown = await this.#units.run((scope) => ownPayCodeTable.matching(scope, { busNo }));
    return ownPayCodeTable.list(found)[0]?.payCode;
  }

  async #give(busNo: string, now: EpochMs): Promise<string> {
    const year = businessDay(now).slice(0, 4);
    for (let tries = 0; tries < mostTries; tries += 1) {
      const known = await this.known(busNo);
      if (known !== undefined) return known;
      const serialNo = await this.#last(`${this.#region}${year}${this.#system}`) + 1;
      const made = ownPayCode(this.#region, year, this.#system, serialNo);
      if (!made.ok) throw new Error(`no pay code for region ${this.#region}: ${made.refusal}`);
      if (await this.#add({ busNo, payCode: made.value, rangeName: `${this.#region}${year}${this.#system}`, serialNo, givenAt: now })) return made.value;
    }
    throw new Error(`no pay code for region ${this.#region}: others were faster ${mostTries} times`);
  }

  async #last(rangeName: string): Promise<number> {
    const found: unknown = await this.#units.run((scope) => ownPayCodeTable.matching(scope, { rangeName }).orderBy('serial_no', 'desc').limit(1));
    return ownPayCodeTable.list(found)[0]?.serialNo ?? 0;
  }

  async #add(row: PayCodeRow): Promise<boolean> {
    try {
      await this.#units.run((scope) => scope.writingFirst().insert(ownPayCodeTable.name, ownPayCodeTable.encode(row)));
      return true;
    } catch (error) {
      if (this.#units.engine.classify(error) === 'UNIQUE') return false;
      throw error;
    }
  }
}
