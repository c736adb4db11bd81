import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect } from 'chai';
import type { PaidOutcome } from '../../../adapters/inbound/province-messages/answer-frame.js';
import { listenToProvinces } from '../../../bootstrap/outside/province-ears.js';
import { businessDay, dayMs } from '../../../domain/kernel/china-time.js';
import type { NoticePaid } from '../../../domain/payment-notices/province-report.js';
import { startCity, type City } from '../../support/city.js';
import { aNoticeContent } from '../../builders/payment-notices.js';

const command = fileURLToPath(new URL('../../../bootstrap/cli/province-probe.js', import.meta.url));
const timeoutMs = 5_000;

describe('a region whose province speaks the national norm', function () {
  this.timeout(120_000);
  let city: City;
  before(async () => { city = await startCity(); });
  after(() => city.close());
  const province = () => city.resources.outside.provinces.get('350404') ?? expect.fail('no such region');
  const issue = async (busNo: string): Promise<string> => {
    const now = city.now();
    const report = await province().issuing?.issue(aNoticeContent({ busNo, region: '350404', fillDay: businessDay(now), validUntil: businessDay(now + 30 * dayMs) }), timeoutMs);
    return report?.kind === 'issued' ? report.payCode : expect.fail(JSON.stringify(report));
  };
  const probe = async (...words: readonly string[]): Promise<{ readonly code: number; readonly text: string }> => {
    const environment = { ...city.environment, PATH: process.env['PATH'], TONGJIAO_LOG_LEVEL: 'warn' };
    return promisify(execFile)(process.execPath, [command, ...words], { env: environment }).then(({ stdout }) => ({ code: 0, text: stdout }), (failed: unknown) => {
      const { code, stdout, stderr } = failed as { readonly code: number; readonly stdout: string; readonly stderr: string };
      return { code, text: stdout + stderr };
    });
  };

  it('is connected in the embedded start, with pay codes of the platform that stay after a restart', async () => {
    const first = await issue('B0001');
    expect(first).to.match(/^350404[0-9]{2}350{9}1$/);
    await city.stop();
    await city.start();
    expect([await issue('B0001'), await issue('B0002')]).to.deep.equal([first, `${first.slice(0, -1)}2`]);
    expect([province().confirming, province().statements]).to.deep.equal([undefined, undefined]);
    expect(city.resources.outside.provinceEars.get('350404')).to.deep.include({ port: city.config.provinceEarPort, sources: ['127.0.0.0/8'] });
  });

  it('tells of a payment elsewhere on the port that its description names', async () => {
    const taken: NoticePaid[] = [];
    const receive = { run: async (region: string, paid: NoticePaid): Promise<PaidOutcome> => { taken.push(paid); return { kind: region === '350404' ? 'taken' : 'unknown-notice' }; } };
    const ears = await listenToProvinces(city.resources.outside, { receive, clock: city.clock, journal: city.resources.journal });
    const payCode = await issue('B0004');
    const simulated = `http://127.0.0.1:${city.config.provincePort}/sim`;
    await fetch(`${simulated}/pay-elsewhere`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ payCode, serialNo: 'BANK-4' }) });
    expect(taken.map((paid) => [paid.payCode, paid.serialNo, paid.amount])).to.deep.equal([[payCode, 'BANK-4', 8000n]]);
    const { deliveries } = await (await fetch(`${simulated}/slips`)).json() as { readonly deliveries: readonly object[] };
    expect(deliveries.at(-1)).to.deep.equal({ payCode, result: '00000' });
    const again: unknown = await listenToProvinces(city.resources.outside, { receive, clock: city.clock, journal: city.resources.journal }).catch((error: unknown) => error);
    expect(String(again)).to.include('cannot listen for region 350404');
    await Promise.all(ears.map((ear) => ear.close()));
  });

  it('can be tried on the command line, which tells what is there and nothing of the payer', async () => {
    const payCode = await issue('B0003');
    const found = await probe('query', payCode, '350404');
    expect(found.code, found.text).to.equal(0);
    for (const part of [payCode, '未缴', '80.00 元', '三明市不动产登记中心', '张**', '现在可以缴款']) expect(found.text).to.include(part);
    for (const part of ['张三', '13800138000', '350402199001011234']) expect(found.text).to.not.include(part);
  });

  it('asks on the command line which region is meant where there are several', async () => {
    const which = await probe('query', '35040099300000000000');
    expect([which.code, which.text.includes('350400、350404')], which.text).to.deep.equal([1, true]);
  });
});
