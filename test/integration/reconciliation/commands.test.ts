import { expect } from 'chai';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { businessDay, hourMs, minuteMs, readLongTime } from '../../../domain/kernel/china-time.js';
import { addDays } from '../../../domain/reconciliation/clearing-day.js';
import { Life } from '../payments/life.js';
import { typed, type Said } from '../recovery/typed-commands.js';

describe('the commands of finance, beside a running platform', function () {
  this.timeout(120_000);
  let life: Life;
  let folder: string;
  let day: string;
  let missing: string;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tongjiao-finance-'));
    life = await Life.start({ TONGJIAO_FETCH_BILLS: 'true' });
    stepTo(addDays(businessDay(life.city.now()), 1), 10 * hourMs);
    day = businessDay(life.city.now());
    await life.paid('alipay');
    missing = (await life.paid('alipay')).attemptNo;
    await life.fault('alipay', 'bill', 'missing-row', { day, no: missing });
    stepTo(addDays(day, 1), 9 * hourMs + 10 * minuteMs);
    await life.city.until('compared', async () => (await life.city.resources.unitOfWork.read(({ reconciliation }) => reconciliation.day('CM-ALIPAY-1', day)))?.lastRunNo, 30_000);
  });
  after(async () => {
    await life.close();
    rmSync(folder, { recursive: true, force: true });
  });

  function stepTo(name: string, afterMidnightMs: number): void {
    const midnight = readLongTime(`${name}000000`);
    if (midnight.ok && midnight.value + afterMidnightMs > life.city.now()) life.city.advance(midnight.value + afterMidnightMs - life.city.now());
  }
  const command = (name: string, ...words: readonly string[]): Promise<Said> => typed(life.city.environment, name, ...words);
  const reconcile = (...words: readonly string[]): Promise<Said> => command('reconcile', ...words);

  it('tell the day, its differences and its runs', async () => {
    expect((await reconcile('--status', day)).out).to.match(new RegExp(`${day} CM-ALIPAY-1，有差异，1 笔 80.00 元，手续费 0.48 元，差异 1，待对 0`));
    const { out } = await reconcile('--differences', 'CM-ALIPAY-1', day);
    expect(out).to.include('仅平台有，未处理').and.include('平台 80.00 元');
    expect((await reconcile('--log', 'CM-ALIPAY-1', day)).out).to.match(/^第 1 次 [0-9]{26}，完成，.*由 system，1\/1 行，对平 1，新差异 1/);
  });

  it('give out the bill that was compared, once into each file, and take it back in', async () => {
    const file = join(folder, 'bill.zip');
    expect((await reconcile('--bill', 'CM-ALIPAY-1', day, file)).out).to.match(/SM3 [0-9a-f]{64}/);
    expect(readFileSync(file).subarray(0, 2).toString()).to.equal('PK');
    expect((await reconcile('--bill', 'CM-ALIPAY-1', day, file)).code).to.equal(1);
    expect((await reconcile('--bill', 'CM-UNIONPAY-1', '20200101', join(folder, 'none.zip'))).error).to.include('这一天没有用于对账的渠道账单');
    const again = await reconcile('--upload', 'CM-ALIPAY-1', day, file);
    expect(again.out).to.match(/已发起第 2 次对账/);
    await life.city.until('the second run', async () => ((await life.city.resources.unitOfWork.read(({ reconciliation }) => reconciliation.runsOf('CM-ALIPAY-1', day, 1)))[0]?.state === 'done' ? true : undefined), 20_000);
    expect((await reconcile('--log', 'CM-ALIPAY-1', day)).out.split('\n')[0]).to.match(/由 reconcile-command，.*新差异 0，仍有 1，消除 0，更正 0，撤回 0/);
  });

  it('refuse what is no bill of the day in words, and change nothing', async () => {
    const file = join(folder, 'wrong.zip');
    writeFileSync(file, '这不是账单');
    const before_ = await life.rows('reconcile_run');
    for (const [words, said] of [
      [['--upload', 'CM-ALIPAY-1', day, file], '账单未被接受：不是该渠道的账单文件'],
      [['--upload', 'CM-NOBODY', day, file], '没有这个渠道商户'],
      [['--upload', 'CM-ALIPAY-1', '20261332', file], '日期写作 yyyyMMdd'],
      [['--run', 'CM-UNIONPAY-1', '20200101'], '还没有收到账单'],
      [['--cancel', '123'], '没有这个对账批次'],
      [['--note', '123', '说明'], '没有这条差异'],
      [['--lock-month', day.slice(0, 6)], '没有日对账证书'],
      [[], '用法'],
    ] as const) {
      const { code, error: err } = await reconcile(...words);
      expect([code, err]).to.deep.equal([1, err]);
      expect(err).to.include(said);
    }
    expect(await life.rows('reconcile_run')).to.have.length(before_.length);
  });

  it('end a difference with a note, and verify what was certified', async () => {
    const [found] = (await reconcile('--differences', 'CM-ALIPAY-1', day)).out.split('，');
    expect((await reconcile('--note', found ?? '', '渠道确认次日补入')).out).to.include('已记为已处理');
    expect((await reconcile('--status', day)).out).to.include('CM-ALIPAY-1，对平');
    stepTo(addDays(day, 1), 13 * hourMs + 10 * minuteMs);
    await life.city.until('certified', async () => life.city.resources.unitOfWork.read(({ settlement }) => settlement.certificate(day)), 30_000);
    expect((await command('verify-days')).out).to.match(/已核对 [0-9]+ 张日对账证书，链、签名、账单原文、结算合计和四方核对全部相符/);
    await life.city.resources.engine.writer('settlement_entry').where({ clearing_day: day }).update({ fee_amount: 1 });
    const damaged = await command('verify-days');
    expect([damaged.code, damaged.error.includes(`${day} 结算流水与证书合计不符`)]).to.deep.equal([1, true]);
  });
});
