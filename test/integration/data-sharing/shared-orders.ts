import type { SqlEngine } from '../../../adapters/outbound/persistence/sql/engine.js';
import { openSqlite } from '../../../adapters/outbound/persistence/sqlite/open-sqlite.js';
import type { DataShareWriter } from '../../../application/ports/data-sharing.js';
import type { AccountReader } from '../../../application/ports/shared-facts.js';
import type { UnitOfWork } from '../../../application/ports/unit-of-work.js';
import { accountRows } from '../../../application/sharing/account-source.js';
import { ExportBatch } from '../../../application/sharing/export-batch.js';
import { businessNodeRows } from '../../../application/sharing/node-source.js';
import { paidOrderRows } from '../../../application/sharing/order-source.js';
import type { ShareParts } from '../../../application/sharing/share-parts.js';
import type { ShareSource } from '../../../application/sharing/share-source.js';
import type { Order } from '../../../domain/payments/order.js';
import { no, noon } from '../../builders/moments.js';
import { anOrder } from '../../builders/payments.js';
import { aBusinessNode, aSharedAccount } from '../../builders/sharing.js';
import { openOn, type Opened } from '../../contract/persistence/opened.js';
import { temporaryFile } from '../../contract/persistence/sqlite-file.js';
import { RecordingJournal } from '../../unit/application/recording-journal.js';

/** Clear texts of a payer and an account that nothing outside may hold. */
export const secrets = ['13800138000', '350402199001011234', '张三丰', '李四娘', 'zhangsan@sm.gov.cn', '10.1.2.3', '05988221234', '0598-8221234', '$2b$12$'] as const;
export const payer = { name: '李四娘', mobile: '13800138000', certNo: '350402199001011234' };

/** An account as they will be: the product has none yet. Somebody even put a hash where no field is. */
const withHash = Object.assign(aSharedAccount({ changedAt: noon - 7_200_000 }), { password: '$2b$12$abcdefghijklmnopqrstuv' });
const accounts: AccountReader = {
  page: (_kind, { after }) => Promise.resolve(after === undefined ? [withHash] : []), byIds: () => Promise.resolve([withHash]), count: () => Promise.resolve(1),
};

/** Our side on a real database file, with some paid orders to share. */
export class OurSide {
  readonly journal = new RecordingJournal();
  readonly store: Opened;
  readonly #engine: SqlEngine;
  private constructor(engine: SqlEngine, store: Opened) {
    this.#engine = engine;
    this.store = store;
  }
  static async open(): Promise<OurSide> {
    const { file, remove } = temporaryFile();
    const engine = openSqlite({ file });
    const store = await openOn(engine);
    return new OurSide(engine, { ...store, close: async () => { await store.close(); remove(); } });
  }

  /** Somebody with access to the database puts one payer's phone into another order. */
  async swapPhones(into: string, from: string): Promise<void> {
    const [row] = await this.#engine.writer('pay_order').select<{ payer_mobile: string }[]>('payer_mobile').where({ platform_order_no: from });
    await this.#engine.writer('pay_order').where({ platform_order_no: into }).update({ payer_mobile: row?.payer_mobile ?? '' });
  }

  async paid(suffix: number, changes: Partial<Order> = {}): Promise<string> {
    const platformOrderNo = no(suffix);
    await this.store.unitOfWork.run(({ orders }) => orders.add(anOrder({ platformOrderNo, bizOrderNo: `B${suffix}`, cashierToken: `t${suffix}`, state: 'paid', userId: `U${suffix}`, payer, ...changes })));
    await this.store.unitOfWork.run(({ sharing }) => sharing.addNoted({ platformOrderNo, notedAt: noon - 3_600_000, version: 1 }));
    return platformOrderNo;
  }

  parts(writer: DataShareWriter, unitOfWork: UnitOfWork = this.store.unitOfWork, batchSize = 500): ShareParts {
    return { unitOfWork, writer, clock: this.store.clock, ids: this.store.ids, journal: this.journal, lengthMode: 'char', batchSize, timeoutMs: 20_000 };
  }

  orders(): ShareSource { return paidOrderRows(this.store.unitOfWork); }

  /** One row and more of each of the four tables. */
  async everything(): Promise<readonly ShareSource[]> {
    for (const suffix of [1, 2, 3]) await this.paid(suffix);
    await this.store.unitOfWork.run(({ sharing }) => sharing.addNode(aBusinessNode({ changedAt: noon - 7_200_000 })));
    return [accountRows('institution', accounts, { roundsLoginDay: true }), this.orders(), accountRows('platform', accounts, { roundsLoginDay: true }), businessNodeRows(this.store.unitOfWork)];
  }

  async send(writer: DataShareWriter, sources: readonly ShareSource[]): Promise<readonly string[]> {
    const exporting = new ExportBatch(this.parts(writer));
    const outcomes: string[] = [];
    for (const source of sources) outcomes.push(await exporting.run(source));
    return outcomes;
  }

  log(target: string) { return this.store.unitOfWork.read(({ sharing }) => sharing.batches(target, undefined, 100)); }
  aside(target: string) { return this.store.unitOfWork.read(({ sharing }) => sharing.openQuarantine(target, undefined, 100)); }
}
