import { UpperCaseClient, type Answer, type UpperCaseConnection } from '../sql/upper-case/upper-case-client.js';
import type { DmAttributes, DmConnection, DmDriver } from './dm-driver.js';
import { classifyDm } from './dm-errors.js';

/** knex on `dmdb` (databases.md 6). */
export class DmClient extends UpperCaseClient {
  /** Called by knex's constructor, before any field of ours exists. */
  _driver(): DmDriver {
    const { driver } = this.config as { driver: DmDriver };
    driver.fetchAsString = [driver.CLOB];
    driver.parseJson = false;
    return driver;
  }

  override acquireRawConnection(): Promise<DmConnection> {
    return this.#driver.getConnection(this.connectionSettings as unknown as DmAttributes);
  }

  // The driver commits by itself unless each statement is told not to.
  protected override run(connection: UpperCaseConnection, sql: string, values: readonly unknown[], commits: boolean): Promise<Answer> {
    const options = { autoCommit: commits, outFormat: this.#driver.OUT_FORMAT_OBJECT, maxRows: 0 };
    return (connection as DmConnection).execute(sql, [...values], options);
  }

  protected override isLost(error: unknown): boolean { return classifyDm(error) === 'CONNECTION_LOST'; }

  get #driver(): DmDriver { return this.driver as DmDriver; }
}
DmClient.prototype.driverName = 'dmdb';
