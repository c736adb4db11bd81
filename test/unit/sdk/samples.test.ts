import { expect } from 'chai';
import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startFakeGateway, type Answer, type FakeGateway, type Seen } from './fake-gateway.js';

interface Run { readonly code: number; readonly output: string }
interface Sample { readonly name: string; readonly algorithm: 'RSA2' | 'SM2'; readonly needs: readonly (readonly string[])[]; readonly command: (credentials: string) => readonly string[] }

const python = 'docs/integrate/samples/python/tongjiao_sample.py';
const samples: readonly Sample[] = [
  {
    name: 'Java', algorithm: 'RSA2', needs: [['java', '-version']],
    command: (credentials) => ['java', '-Dfile.encoding=UTF-8', 'docs/integrate/samples/java/TongjiaoSample.java', credentials],
  },
  { name: 'Python', algorithm: 'RSA2', needs: [['python3', '--version'], ['openssl', 'version']], command: (credentials) => ['python3', python, 'RSA2', credentials] },
  { name: 'Python', algorithm: 'SM2', needs: [['python3', '--version'], ['openssl', 'dgst', '-sm3', 'package.json']], command: (credentials) => ['python3', python, 'SM2', credentials] },
];
const longestRunMs = 60_000;

const missing = ({ needs }: Sample): string | undefined =>
  needs.find(([program = '', ...options]) => spawnSync(program, options, { stdio: 'ignore' }).status !== 0)?.[0];

const run = ([program = '', ...options]: readonly string[]): Promise<Run> => new Promise((resolve) => {
  execFile(program, options, { timeout: longestRunMs, encoding: 'utf8' }, (error, stdout, stderr) => {
    resolve({ code: error === null ? 0 : 1, output: `${stdout}${stderr}` });
  });
});

function usual({ envelope, data: { bizOrderNo, orderDate } }: Seen): Answer {
  return envelope['method'] === 'epay-trade-core.order.query'
    ? { code: '10000', data: { bizOrderNo, platformOrderNo: '77', orderDate, orderState: '0', orderAmount: '8000' } }
    : { code: '10000', data: { bizOrderNo, platformOrderNo: '77', orderDate, cashierUrl: 'http://127.0.0.1/cashier/收银' } };
}

for (const sample of samples) {
  describe(`${sample.name} sample with ${sample.algorithm}`, function () {
    this.timeout(2 * longestRunMs);
    let folder: string | undefined;
    let gateway: FakeGateway | undefined;
    let answer: (seen: Seen) => Answer;
    before(async function () {
      const program = missing(sample);
      if (program !== undefined) {
        this.test?.parent?.tests.forEach((test) => { test.title += ` (${program} is not on this machine)`; });
        this.skip();
      }
      folder = mkdtempSync(join(tmpdir(), 'tongjiao-sample-'));
      gateway = await startFakeGateway({ algorithm: sample.algorithm }, (seen) => answer(seen));
      const developers = [{ ...gateway.developer, algorithm: sample.algorithm, merchantNo: 'M3504000001' }];
      writeFileSync(join(folder, 'credentials.json'), JSON.stringify({ gatewayUrl: gateway.url, developers }), { mode: 0o600 });
    });
    after(async () => {
      if (folder !== undefined) rmSync(folder, { recursive: true });
      await gateway?.close();
    });
    const start = (): Promise<Run> => run(sample.command(join(folder ?? '', 'credentials.json')));

    it('places and queries an order with good signatures', async () => {
      answer = usual;
      const { code, output } = await start();
      expect(output).to.include('下单成功 平台订单号 77').and.to.include('收银台 http://127.0.0.1/cashier/收银').and.to.include('查询成功 订单状态 0');
      expect(code).to.equal(0);
      expect(gateway?.seen.map(({ verified, envelope }) => [verified, envelope['method']])).to.deep.equal([
        [true, 'epay-trade-core.wap.order.create'], [true, 'epay-trade-core.order.query'],
      ]);
      expect(gateway?.seen[0]?.data).to.include({ orderAmount: '8000', orderTitle: '不动产登记费', merchantNo: 'M3504000001' });
    });

    it('does not believe an answer with a wrong signature', async () => {
      answer = (seen) => ({ ...usual(seen), sign: 'wrong' });
      const { code, output } = await start();
      expect(code).not.to.equal(0);
      expect(output).not.to.include('下单成功');
    });
  });
}
