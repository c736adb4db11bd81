import { PlayedAccounts } from './accounts.js';
import { sharedBackend } from './backend.js';
import type { DmSetup } from './catalogue.js';
import { FakeDmConnection, type Attributes } from './dm-connection.js';
import { FakeDmError } from './dm-errors.js';

/**
 * `dmdb` for tests: the module's shape, and behind it PostgreSQL in this process. It shows that our code fits our reading of DM's driver and
 * documents, and nothing about DM itself.
 */
export class FakeDmDriver extends PlayedAccounts {
  readonly OUT_FORMAT_ARRAY = 4001;
  readonly OUT_FORMAT_OBJECT = 4002;
  readonly CLOB = 2017;
  fetchAsString: number[] = [];
  parseJson = true;
  outFormat = this.OUT_FORMAT_ARRAY;
  autoCommit: boolean | undefined = undefined;

  static async start(): Promise<FakeDmDriver> { return new FakeDmDriver(await sharedBackend()); }

  /** Like the driver, which falls back to the account that DM is delivered with. */
  getConnection(attributes: Attributes): Promise<FakeDmConnection> {
    const user = (attributes.user ?? 'SYSDBA').toUpperCase();
    if (!this.letsIn(user, attributes.password ?? 'SYSDBA')) return Promise.reject(new FakeDmError(-2501, '用户名或密码错误'));
    this.opened();
    return Promise.resolve(new FakeDmConnection(this, this.backend, attributes, user));
  }

  /** The server as if it had been set up so; for all drivers of this process, so it must be undone. */
  pretend(setup: DmSetup): Promise<void> { return this.backend.pretend(setup); }
}
