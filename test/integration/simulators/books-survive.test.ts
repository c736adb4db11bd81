import { randomUUID } from 'node:crypto';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { startEBillSimulator } from '../../../adapters/simulators/e-bills/e-bill-simulator.js';
import { Access } from '../../../adapters/simulators/province/access.js';
import { startProvinceSimulator, type RunningProvinceSimulator } from '../../../adapters/simulators/province/province-simulator.js';
import { hexDigest } from '../../../adapters/simulators/province/wire.js';
import { SteppedClock } from '../../../adapters/simulators/shared/stepped-clock.js';
import { newSm2PrivateKeyPem } from '../../../adapters/simulators/unionpay/crypto/sm2.js';
import { clientKey, EBillClient, wish } from './e-bill-client.js';

describe('books of the simulated systems', function () {
  let folder: string;
  const clock = new SteppedClock();
  beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'books-')); });
  afterEach(() => { rmSync(folder, { recursive: true, force: true }); });

  describe('of the province', () => {
    const partner = { region: '350400', deptcode: '1', appid: 'A', signing: { form: 'md5-upper', callKey: 'KEY-1', messageKey: 'KEY-2' } } as const;
    const start = (dataFolder: string | undefined = folder): Promise<RunningProvinceSimulator> => startProvinceSimulator({ port: 0, clock, partner, ...(dataFolder === undefined ? {} : { dataFolder }) });
    const file = (): string => join(folder, 'slips.jsonl');

    async function call(simulator: RunningProvinceSimulator, path: string, content: object): Promise<Readonly<Record<string, unknown>>> {
      const [data, noise] = [Buffer.from(JSON.stringify(content)).toString('base64'), randomUUID().replaceAll('-', '')];
      const sign = hexDigest('md5', `region=350400&deptcode=1&appid=A&data=${data}&noise=${noise}&key=KEY-1&version=1.0`).toUpperCase();
      const answer = await (await fetch(`${simulator.baseUrl}/nontax/payBook/${path}`, { method: 'POST', body: JSON.stringify({ region: '350400', deptcode: '1', appid: 'A', data, noise, version: '1.0', sign }) })).json() as { readonly data: string };
      const { result, message } = JSON.parse(Buffer.from(answer.data, 'base64').toString()) as { readonly result: string; readonly message: string };
      const text = Buffer.from(message, 'base64').toString();
      return result === 'S0000' ? JSON.parse(text) as Readonly<Record<string, unknown>> : { result, text };
    }
    const slip = (busNo: string) => ({
      busNo, exeRegionCode: '350400', exeAgencyCode: '350400001', exeAgencyName: '镕局', payerName: '12n', payerType: '1', fillDate: '20260508', effectiveDate: '20991231', totalAmount: 80.05, delayAmount: 0.05,
      items: [{ itemCode: 'D1', itemName: '费', number: 2, std: 40, amt: 80, units: '件' }],
    });

    it('are the same after a restart: slips to the fen, their states, permissions, the next number and the key', async () => {
      let simulator = await start();
      const { publicKeyPem } = simulator;
      const [unpaid, paid] = [await call(simulator, 'issue', slip('B1')), await call(simulator, 'issue', slip('B2'))];
      await call(simulator, 'confirm', { payCode: paid['payCode'], serialNo: 'P2', totalAmt: 80.05, confirmDate: '20260508', confirmTime: '120000', paymentChannel: 'X' });
      await fetch(`${simulator.baseUrl}/sim/units`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ unit: '350400001', items: ['D1'] }) });
      const before = [await call(simulator, 'query', { busNo: 'B1' }), await call(simulator, 'query', { busNo: 'B2' })];
      await simulator.close();

      simulator = await start();
      expect([await call(simulator, 'query', { busNo: 'B1' }), await call(simulator, 'query', { payCode: paid['payCode'] })]).to.deep.equal(before);
      expect(before[1]).to.include({ state: '1', totalAmount: 80.05, serialNo: 'P2', payerName: '12n' });
      const third = await call(simulator, 'issue', slip('B3'));
      expect(new Set([unpaid['payCode'], paid['payCode'], third['payCode']]).size).to.equal(3);
      expect(await call(simulator, 'issue', { ...slip('B4'), items: [{ ...slip('B4').items[0], itemCode: 'D2' }] })).to.include({ result: '18012' });
      expect(simulator.publicKeyPem).to.equal(publicKeyPem);
      await simulator.close();
    });

    it('survive a kill in the middle of a line: what was answered is there, what was not is gone', async () => {
      let simulator = await start();
      await call(simulator, 'issue', slip('B1'));
      await simulator.close();
      appendFileSync(file(), '{"slip":{"payCode":"350400');
      simulator = await start();
      expect(await call(simulator, 'query', { busNo: 'B1' })).to.include({ busNo: 'B1' });
      await call(simulator, 'issue', slip('B2'));
      await simulator.close();
      simulator = await start();
      expect(await call(simulator, 'query', { busNo: 'B2' })).to.include({ busNo: 'B2' });
      await simulator.close();
    });

    it('are written anew at a start, one line for each slip, for nobody else to read', async () => {
      let simulator = await start();
      const { payCode } = await call(simulator, 'issue', slip('B1'));
      for (const _ of [1, 2, 3]) await call(simulator, 'void', { payCode });
      expect(readFileSync(file(), 'utf8').trim().split('\n')).to.have.length(4);
      await simulator.close();
      simulator = await start();
      expect(readFileSync(file(), 'utf8').trim().split('\n')).to.have.length(1);
      expect(statSync(file()).mode & 0o777).to.equal(0o600);
      await simulator.close();
    });

    it('that are damaged stop the start instead of being forgotten', async () => {
      await (await start()).close();
      writeFileSync(file(), '{"slip":\n{"unit":"1","items":[]}\n');
      const fault: unknown = await start().catch((error: unknown) => error);
      expect(fault).to.be.instanceOf(SyntaxError);
    });

    it('are in memory only where there is no folder', async () => {
      let simulator = await startProvinceSimulator({ port: 0, clock, partner });
      await call(simulator, 'issue', slip('B1'));
      await simulator.close();
      simulator = await startProvinceSimulator({ port: 0, clock, partner });
      expect(await call(simulator, 'query', { busNo: 'B1' })).to.include({ result: 'E0001' });
      await simulator.close();
      expect(new Access(partner, newSm2PrivateKeyPem()).publicKeyPem).to.not.equal(simulator.publicKeyPem);
    });
  });

  describe('of the e-bill system', () => {
    const start = () => startEBillSimulator({ port: 0, clock, dataFolder: folder, clients: [{ appid: 'UNIT1', key: clientKey, version: '1.0', place: undefined, digest: 'md5-upper' }] });

    it('are the same after a restart: bills to the fen, red ones, void ones, the next number and what is left', async () => {
      let simulator = await start();
      let client = new EBillClient(simulator.medicalUrl);
      const control = (path: string, body: object): Promise<Response> => fetch(`${simulator.baseUrl}/sim/${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
      await control('stock', { billCode: '0101', left: 5 });
      const [first, second] = [await client.told('invoiceEBill', wish('1')), await client.told('invoiceEBill', wish('2'))];
      const red = await client.told('writeOffEBill', { ...first, reason: '退款', operator: '王', busDateTime: '20260508120000000', placeCode: '001' });
      await control('bills/2/void', {});
      const state = (bill: Readonly<Record<string, string>>) => client.told('getEBillStatesByBillInfo', bill);
      const before = [await state(first), await state(second)].map(({ billQRCode: _qr, pictureUrl: _url, pictureNetUrl: _net, ...rest }) => rest);
      await simulator.close();

      simulator = await start();
      client = new EBillClient(simulator.medicalUrl);
      expect([await state(first), await state(second)].map(({ billQRCode: _qr, pictureUrl: _url, pictureNetUrl: _net, ...rest }) => rest)).to.deep.equal(before);
      expect(before.map(({ state: standing, isScarlet }) => `${standing}${isScarlet}`)).to.deep.equal(['11', '20']);
      const page = new URL(red['pictureUrl'] ?? '');
      expect(await (await fetch(`${simulator.baseUrl}${page.pathname}`)).text()).to.include('红字票据').and.include('-1234.56');
      expect((await client.told('invoiceEBill', wish('1')))['billNo']).to.equal(first['billNo']);
      expect((await client.told('invoiceEBill', wish('4')))['billNo']).to.equal('0000000004');
      await client.told('invoiceEBill', wish('5'));
      expect((await client.call('invoiceEBill', wish('6'))).result).to.equal('E2001');
      await simulator.close();
    });
  });
});
