import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { minuteMs } from '../../../domain/kernel/china-time.js';
import { askJson } from '../../../bootstrap/profiles/embedded/outside-link.js';
import { Life } from '../payments/life.js';
import { typed, type Said } from '../recovery/typed-commands.js';

interface Shared { readonly count: number; readonly rows: readonly Readonly<Record<string, unknown>>[] }
const payer = { userId: 'U-7', payerName: '李四娘', payerMobile: '13800138000', payerCertNo: '350402199001011234' };

describe('sharing with the city in a running platform', function () {
  this.timeout(180_000);
  let life: Life;
  before(async () => { life = await Life.start(); });
  after(() => life.close());
  const cityUrl = (): string => `http://127.0.0.1:${life.city.config.dataSharingPort}`;
  const shared = (table: string): Promise<Shared> => askJson<Shared>('GET', `${cityUrl()}/sim/rows/${table}`);
  const share = (...words: readonly string[]): Promise<Said> => typed(life.city.environment, 'share', ...words);
  /** Everything is a minute old, and the next round finds it. */
  async function arrived(table: string, isThere: (rows: Shared) => boolean): Promise<Shared> {
    let steps = 0;
    return life.city.until(`rows of ${table}`, async () => {
      if (steps++ % 20 === 0) life.city.advance(minuteMs);
      const rows = await shared(table);
      return isThere(rows) ? rows : undefined;
    }, 60_000);
  }

  it('brings a paid order over within minutes, masked, and an unpaid one never', async () => {
    const unpaid = await life.place(payer);
    const paid = await life.paid('alipay', payer);
    await life.city.until('noted', async () => await life.city.resources.unitOfWork.read(({ sharing }) => sharing.noted(paid.platformOrderNo)), 20_000);
    const { rows } = await arrived('pay_order_info', ({ count }) => count > 0);
    expect(rows).to.deep.equal([{ menu_id: 'U-7', Phone: '138****8000', Ddh: paid.platformOrderNo, Sfzh: '350402********1234', Name: '李*' }]);
    expect(rows.some(({ Ddh }) => Ddh === unpaid.platformOrderNo)).to.equal(false);
  });

  it('brings the business tree over: region, payees, items', async () => {
    const { rows } = await arrived('business_info', ({ count }) => count > 5);
    const root = rows.find(({ id }) => id === 'R-350400');
    expect(root).to.include({ name: '三明市', is_child: 1, grade: '1', parent_id: '0', parent_ids: '0,', del_flag: 0 });
    const payee = rows.find(({ id }) => id === 'P-M35040000001');
    expect(payee).to.include({ parent_id: 'R-350400', parent_ids: '0,R-350400,', grade: '2', is_child: 0 });
    expect(rows.filter(({ parent_id }) => parent_id === 'P-M35040000001').map(({ name }) => name)).to.include('不动产登记费（住宅）');
  });

  it('has no accounts to share yet, and invents none', async () => {
    expect([(await shared('merchant_user')).count, (await shared('sys_user')).count]).to.deep.equal([0, 0]);
  });

  it('tells an operator where it stands, and tests the line', async () => {
    const status = await share('--status');
    expect(status.error).to.equal('');
    expect(status.out).to.include('共享目标 front-database').and.match(/7-16 支付订单信息表，已送到 .* 的 [0-9]{26}，最近一次 .*完成/).and.match(/7-15 商户中心库表，还没有送出任何一行/);
    expect((await share('--test')).out).to.match(/7-16 支付订单信息表：连通，对方 1 行/);
    expect((await share('--policies')).out).to.include('没有任何授权');
    expect((await share('--quarantine')).out).to.include('没有被隔离的行');
  });

  it('sends full phones only after they were authorised, and everything again on order', async () => {
    expect((await share('--policy', 'users', 'password', 'full', '领导要求')).error).to.include('密码列永远为空');
    expect((await share('--policy', '7-16', 'Phone', 'full')).error).to.include('请写明授权依据');
    expect((await share('--policy', '7-16', 'Phone', 'full', '明政数〔2026〕12号')).out).to.include('支付订单信息表.Phone，共享完整值，依据：明政数〔2026〕12号');
    expect((await share('--reload', '7-16')).out).to.include('已安排全量重送');
    const { rows } = await arrived('pay_order_info', (all) => all.rows[0]?.['Phone'] === '13800138000');
    expect(rows).to.have.lengthOf(1);
    const { out } = await share('--log', '7-16');
    expect(out).to.include('全量核对').and.include('两侧行数一致');
    expect((await share('--policy', '7-16', 'Phone', 'masked', '授权到期')).code).to.equal(0);
    expect((await share('--policies')).out).to.include('脱敏或不共享，依据：授权到期');
  });

  it('goes on paying while the front database refuses, tells people, and catches up by itself', async () => {
    await askJson('POST', `${cityUrl()}/sim/switches`, { refuse: true });
    const paid = await life.paid('alipay', payer);
    await life.city.until('the alarm', () => {
      life.city.advance(minuteMs);
      return life.city.log.some((line) => line.includes('share-target-down')) ? true : undefined;
    }, 60_000);
    await askJson('POST', `${cityUrl()}/sim/switches`, { refuse: false });
    await arrived('pay_order_info', ({ rows }) => rows.some(({ Ddh }) => Ddh === paid.platformOrderNo));
    expect((await share('--status')).out).not.to.include('未送达');
  });

  it('leaves nothing clear in the front database or in the log', () => {
    const folder = join(life.city.config.dataFolder, 'simulators', 'data-sharing');
    const rows = life.city.log.join('\n');
    for (const secret of ['350402199001011234', '李四娘']) {
      for (const name of readdirSync(folder)) expect(readFileSync(join(folder, name)).includes(secret), `${name} ${secret}`).to.equal(false);
      expect(rows.includes(secret), secret).to.equal(false);
    }
    expect(rows.includes('13800138000')).to.equal(false);
  });
});
