import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect } from 'chai';
import { bizNoOfOrder, foundNotice } from '../../../domain/payment-notices/notice-record.js';
import { listenToProvinces } from '../../../bootstrap/outside/province-ears.js';
import { businessDay, dayMs } from '../../../domain/kernel/china-time.js';
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

  it('tells the platform of a payment elsewhere on the port that its description names: a known notice is taken, a strange one is not', async () => {
    const simulated = `http://127.0.0.1:${city.config.provincePort}/sim`;
    const payElsewhere = (payCode: string) => fetch(`${simulated}/pay-elsewhere`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ payCode, serialNo: 'BANK-4' }) });
    const lastDelivery = async (): Promise<object | undefined> => (await (await fetch(`${simulated}/slips`)).json() as { readonly deliveries: readonly object[] }).deliveries.at(-1);
    const [known, strange] = [await issue('B0004'), await issue('B0005')];
    const found = await province().queries.query({ payCode: known }, timeoutMs);
    const notice = found.kind === 'found' ? found.notice : expect.fail(JSON.stringify(found));
    await city.resources.unitOfWork.run(({ notices }) => notices.add(foundNotice(notice, {
      noticeNo: 'N4', origin: 'issued', devId: 'D', merchantNo: 'M', bizNoticeNo: bizNoOfOrder('4'), contentDigest: undefined, platformOrderNo: undefined, step: 'open', now: city.now(),
    })));
    await payElsewhere(known);
    expect(await lastDelivery()).to.deep.equal({ payCode: known, result: '00000' });
    const record = await city.resources.unitOfWork.read(({ notices }) => notices.byNo('N4'));
    expect([record?.step, record?.confirmation?.serialNo]).to.deep.equal(['paid-elsewhere', 'BANK-4']);
    await payElsewhere(strange);
    expect(await lastDelivery()).to.deep.equal({ payCode: strange, result: '99999' });
    const receive = { run: async () => ({ kind: 'taken' as const }) };
    const again: unknown = await listenToProvinces(city.resources.outside, { receive, clock: city.clock, journal: city.resources.journal }).catch((error: unknown) => error);
    expect(String(again)).to.include('cannot listen for region 350404');
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
