import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backUpKeys, makeBackup, type Installation, type MadeBackup } from '../../../bootstrap/cli/backup/make-backup.js';
import { restoreBackup, restoreKeys, type Examined } from '../../../bootstrap/cli/backup/restore-backup.js';
import { CallbackTold } from '../../../application/recovery/callback-told.js';
import { EndRecovery } from '../../../application/recovery/end-recovery.js';
import { NamePayment } from '../../../application/recovery/name-payment.js';
import { NameRefund } from '../../../application/recovery/name-refund.js';
import { ReleaseHeld } from '../../../application/recovery/release-held.js';
import { ReleaseRefund } from '../../../application/recovery/release-refund.js';
import { ShowRecovery, type ShownRecovery } from '../../../application/recovery/show-recovery.js';
import type { HeldKind } from '../../../domain/recovery/recovery-mark.js';
import { Life, type Channel } from '../payments/life.js';

const by = { kind: 'operator', code: 'test', address: undefined } as const;

/** A city that is backed up, loses its database and its keys, and gets them back while channels and business system go on. */
export class Disaster {
  readonly life: Life;
  readonly #folder = mkdtempSync(join(tmpdir(), 'tongjiao-disaster-'));
  #backups = 0;

  private constructor(life: Life) { this.life = life; }

  /** `more`: settings of the installation, such as a database server. */
  static async prepare(more: Readonly<Record<string, string>> = {}): Promise<Disaster> {
    return new Disaster(await Life.start({ TONGJIAO_KEYSTORE_PASSPHRASE: 'the keys of a rehearsal', TONGJIAO_BACKUP_PASSPHRASE: 'the backups of a rehearsal', ...more }));
  }

  async close(): Promise<void> {
    await this.life.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  get installation(): Installation { return this.life.city; }
  file(name: string): string { return join(this.#folder, name); }

  /** While everything runs; gives the file. */
  async backUp(): Promise<MadeBackup & { readonly file: string }> {
    const file = this.file(`data-${++this.#backups}`);
    return { ...await makeBackup(this.installation, file, false), file };
  }

  async backUpKeys(): Promise<string> {
    const file = this.file('keys');
    await backUpKeys(this.installation, file);
    return file;
  }

  /** The machine is gone: the platform ends, its database and keys with it. */
  async lose(): Promise<void> {
    await this.life.city.stop();
    for (const part of ['data', 'keys']) rmSync(join(this.life.city.config.dataFolder, part), { recursive: true });
  }

  async restore(keys: string, data: string): Promise<Examined> {
    await restoreKeys(this.installation, keys);
    const examined = await restoreBackup(this.installation, { file: data, despiteAudit: false });
    await this.life.city.start();
    return examined;
  }

  get #parts() { return this.life.city.resources; }
  async show(): Promise<ShownRecovery> { return new ShowRecovery(this.#parts.unitOfWork).run(); }
  async release(kind: HeldKind): Promise<void> { this.#must(await new ReleaseHeld(this.#parts).run(kind, by)); await this.#seen(); await this.life.step(3_000); }
  async releaseRefund(no: string): Promise<void> { this.#must(await new ReleaseRefund(this.#parts).run(no, by)); }
  async nameRefund(refundNo: string, refundTradeNo: string): Promise<void> { this.#must(await new NameRefund(this.#parts).run({ refundNo, refundTradeNo, refundTradeTime: undefined }, by)); }
  async namePayment(platformOrderNo: string, attemptNo: string): Promise<void> {
    this.#must(await new NamePayment(this.#parts).run({ platformOrderNo, attemptNo, channelMerchantId: 'CM-ALIPAY-1', channelTime: undefined }, by));
  }
  async told(callbackId: string): Promise<void> { this.#must(await new CallbackTold(this.#parts).run(callbackId, by)); }
  async end(): Promise<void> { this.#must(await new EndRecovery(this.#parts).run(by)); }

  /** The mark is kept for two seconds (real time); a release has to be seen before its effect is looked for. */
  async #seen(): Promise<void> {
    const stored = await this.#parts.unitOfWork.run(({ recovery }) => recovery.mark());
    await this.life.city.until('the release is seen', async () => {
      const seen = await this.#parts.unitOfWork.read(({ recovery }) => recovery.mark());
      return seen?.version === stored?.version ? true : undefined;
    });
  }

  #must(result: { readonly ok: boolean }): void {
    if (!result.ok) throw new Error(`a step of the recovery was refused: ${JSON.stringify(result)}`);
  }

  /** Every payment the channels have been paid, and what of it they gave back and how often. */
  async channelBooks(): Promise<readonly string[]> {
    const alipay = (await this.life.sim('alipay', 'GET', 'books'))['trades'] as readonly { outTradeNo: string; totalFen: string; refundedFen: string; paidAt: number | null; refunds: readonly object[] }[];
    const unionpay = (await this.life.sim('unionpay', 'GET', 'books'))['trades'] as readonly { orderId: string; txnType: string; state: string; amountFen: string; refundedFen: string }[];
    return [
      ...alipay.filter(({ paidAt }) => paidAt !== null).map((one) => `alipay ${one.outTradeNo} ${one.totalFen} -${one.refundedFen} in ${one.refunds.length}`),
      ...unionpay.filter(({ txnType, state }) => txnType === '01' && state === 'success').map((one) => `unionpay ${one.orderId} ${one.amountFen} -${one.refundedFen}`),
    ].sort();
  }

  /** Everything the business system has heard, by path, in order. */
  heard(): readonly string[] { return this.life.ear.heard.map(({ path }) => path).sort(); }

  /** Hours go by, and every job that falls due on the way is done. */
  async hours(count: number): Promise<void> {
    for (let minutes = 0; minutes < count * 60; minutes += 10) await this.life.step(10 * 60_000);
  }

  async refundNumbersAt(channel: Channel, attemptNo: string): Promise<readonly string[]> {
    const trades = (await this.life.sim(channel, 'GET', 'books'))['trades'] as readonly { outTradeNo: string; refunds: readonly { outRequestNo: string }[] }[];
    return trades.find(({ outTradeNo }) => outTradeNo === attemptNo)?.refunds.map(({ outRequestNo }) => outRequestNo) ?? [];
  }
}
