import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { startRealEstate } from '../../../adapters/simulators/real-estate/real-estate.js';
import { startServiceHall } from '../../../adapters/simulators/service-hall/service-hall.js';
import type { RunningSimulator } from '../../../adapters/simulators/shared/running-simulator.js';
import { SteppedClock } from '../../../adapters/simulators/shared/stepped-clock.js';
import { startFakeGateway, type Answer, type FakeGateway, type Seen } from './fake-gateway.js';

const scheme = { algorithm: 'SM2' } as const;
const platformOrderNo = '20261101120000000001000017';
const sm3 = (text: string): string => createHash('sm3').update(text).digest('hex');

describe('service hall and real-estate centre at a gateway that answers as told', () => {
  let gateway: FakeGateway;
  let hall: RunningSimulator;
  let centre: RunningSimulator;
  let override: ((seen: Seen) => Answer | undefined) | undefined;

  const usual = ({ envelope, data }: Seen): Answer => {
    const { bizOrderNo, orderDate } = data;
    switch (envelope['method']) {
      case 'epay-trade-core.wap.order.create':
      case 'epay-trade-core.pc.order.create': return { code: '10000', data: { cashierUrl: `${gateway.url}/cashier`, platformOrderNo, bizOrderNo, orderDate } };
      case 'epay-trade-core.order.query': return { code: '10000', data: { bizOrderNo, platformOrderNo, orderDate, orderState: '2', orderAmount: '12000' } };
      default: return { code: '40007' };
    }
  };
  before(async () => {
    gateway = await startFakeGateway(scheme, (seen) => override?.(seen) ?? usual(seen));
    const options = { port: 0, clock: new SteppedClock(), dataFolder: '', credentials: { gatewayUrl: gateway.url, developers: [{ ...gateway.developer, ...scheme, merchantNo: 'M3504000001' }] } };
    [hall, centre] = await Promise.all([startServiceHall(options), startRealEstate(options)]);
  });
  after(async () => { await Promise.all([hall.close(), centre.close()]); await gateway.close(); });
  afterEach(() => { override = undefined; });

  const post = (base: RunningSimulator, path: string, form: Record<string, string> = {}): Promise<Response> =>
    fetch(base.baseUrl + path, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' });
  const text = async (answer: Promise<Response>): Promise<string> => (await answer).text();

  async function approvedMatter(): Promise<string> {
    const path = (await post(hall, '/matters', { kind: 'passport', applicant: '<b>张三</b>', payerType: '2' })).headers.get('location') ?? '';
    await post(hall, `${path}/approve`);
    return path;
  }
  async function paidMatter(): Promise<string> {
    const path = await approvedMatter();
    await post(hall, `${path}/pay`, { mode: 'pc', eBillWanted: '1' });
    const order = `/orders/${path.split('/').at(-1) ?? ''}-01`;
    await post(hall, `${order}/query`);
    return order;
  }

  it('send who pays, what for, and whether an e-bill is wanted', async () => {
    const path = await approvedMatter();
    const answer = await post(hall, `${path}/pay`, { mode: 'pc', payerMobile: '13800000000', eBillWanted: '1' });
    expect([answer.status, answer.headers.get('location')]).to.deep.equal([303, `${gateway.url}/cashier`]);
    const { envelope, data } = gateway.seen.at(-1) ?? expect.fail('nothing came');
    expect(envelope['method']).to.equal('epay-trade-core.pc.order.create');
    expect(data).to.deep.include({
      bizOrderNo: `${path.split('/').at(-1) ?? ''}-01`, orderAmount: '12000', payerName: '<b>张三</b>', payerMobile: '13800000000', returnUrl: `${hall.baseUrl}/return`, notifyUrl: `${hall.baseUrl}/callbacks`,
      nontaxInfo: { payerType: '2', eBillWanted: '1', items: [{ itemCode: 'D350400012', itemName: '普通护照工本费', quantity: '1', price: '12000', amount: '12000' }] },
    });
  });

  it('show what people typed as text', async () => {
    expect(await text(fetch(hall.baseUrl + await approvedMatter()))).to.include('&lt;b&gt;张三').and.not.include('<b>张三');
  });

  it('send an order without an answer again as it was, under the same number', async () => {
    const path = await approvedMatter();
    override = ({ envelope }) => (envelope['method']?.includes('order.create') ? { code: '20000' } : undefined);
    expect(await text(post(hall, `${path}/pay`, { mode: 'pc' }))).to.include('20000');
    const first = gateway.seen.at(-1)?.data;
    override = undefined;
    expect((await post(hall, `${path}/pay`, { mode: 'interface' })).status).to.equal(303);
    expect(gateway.seen.at(-1)?.data).to.deep.equal(first);
  });

  it('take no money before approval and none twice', async () => {
    const path = (await post(hall, '/matters', { kind: 'id-card', applicant: '张三', payerType: '1' })).headers.get('location') ?? '';
    const before = gateway.seen.length;
    expect(await text(post(hall, `${path}/pay`, { mode: 'pc' }))).to.include('尚不需要缴费');
    expect(gateway.seen.length).to.equal(before);
    const order = await paidMatter();
    expect(await text(post(hall, `/matters/${order.slice('/orders/'.length, -3)}/pay`, { mode: 'pc' }))).to.include('请勿重复缴纳');
  });

  it('say plainly that a platform without the method cannot give the e-bill or the payment notice', async () => {
    const order = await paidMatter();
    expect(await text(post(hall, `${order}/ebills`))).to.include('平台还没有电子票据查询接口（epay-bill.ebill.query，返回码 40007）');
    expect(await text(post(hall, `${order}/notice`))).to.include('平台还没有缴款书查询接口（epay-nontax.notice.query，返回码 40007）');
    expect(await text(post(hall, '/bills', { eBillCode: '35010125', eBillNo: '0000000001' }))).to.include('平台还没有电子票据查询接口');
  });

  it('say that a bill is not issued yet, and that there is no payment notice', async () => {
    const order = await paidMatter();
    override = ({ envelope }) => ({ 'epay-bill.ebill.query': { code: '40004', subCode: 'BILL_NOT_READY' }, 'epay-nontax.notice.query': { code: '40004', subCode: 'ORDER_UNKNOWN' } }[envelope['method'] ?? '']);
    expect(await text(post(hall, `${order}/ebills`))).to.include('电子票据尚未开具，请稍后再取');
    expect(await text(post(hall, `${order}/notice`))).to.include('本单没有缴款书');
  });

  for (const { flaw, change, words } of [
    { flaw: 'nothing', change: {}, words: ['摘要一致', '字节数一致', '行数一致', '合计一致'] },
    { flaw: 'another digest', change: { fileDigest: sm3('other') }, words: ['摘要不符，不得入账', '字节数一致'] },
    { flaw: 'another total', change: { tradeAmount: '1' }, words: ['摘要一致', '合计不符'] },
    { flaw: 'another count of lines', change: { lineCount: '2' }, words: ['行数不符'] },
  ]) {
    it(`check a statement with ${flaw} wrong`, async () => {
      const columns = ['bizOrderNo', 'lines', 'orderType', 'tradeAmount', 'settledAmount', 'feeAmount', 'creditedAmount'];
      const file = `${columns.join(',')}\r\nX1,,PAY,12000,12000,72,11928\r\nTOTAL,1,,12000,12000,72,11928\r\n`;
      const shelf = createServer((_request, response) => { response.end(file); });
      await new Promise<void>((resolve) => { shelf.listen(0, '127.0.0.1', resolve); });
      const told = {
        fileUrl: `http://127.0.0.1:${(shelf.address() as AddressInfo).port}/f`, fileName: 'a.csv', fileDigest: sm3(file), digestAlgorithm: 'SM3', byteSize: String(file.length), lineCount: '1',
        tradeAmount: '12000', settledAmount: '12000', feeAmount: '72', creditedAmount: '11928', ...change,
      };
      override = ({ envelope }) => (envelope['method']?.endsWith('.getSettleFileUrl') ? { code: '10000', data: told } : envelope['method']?.endsWith('.getExSettleFileUrl') ? { code: '40004', subCode: 'FILE_NOT_READY' } : undefined);
      const shown = await text(post(centre, '/statements', { day: '20261101' }));
      shelf.closeAllConnections();
      await new Promise((resolve) => { shelf.close(resolve); });
      for (const word of words) expect(shown).to.include(word);
      expect(shown).to.include('1 笔，同一收款单位的其他业务系统').and.include('这一天还没有对完账');
    });
  }

  it('read no more of a statement than was announced', async () => {
    const shelf = createServer((_request, response) => { response.end('x'.repeat(1_000)); });
    await new Promise<void>((resolve) => { shelf.listen(0, '127.0.0.1', resolve); });
    override = ({ envelope }) => (envelope['method']?.includes('SettleFileUrl') ? {
      code: '10000', data: {
        fileUrl: `http://127.0.0.1:${(shelf.address() as AddressInfo).port}/f`, fileName: 'a.csv', fileDigest: sm3(''), digestAlgorithm: 'SM3', byteSize: '10', lineCount: '0',
        ...(envelope['method'].includes('getEx') ? { platformAmount: '0', channelAmount: '0' } : { tradeAmount: '0', settledAmount: '0', feeAmount: '0', creditedAmount: '0' }),
      },
    } : undefined);
    const shown = await text(post(hall, '/statements', { day: '20261101' }));
    shelf.closeAllConnections();
    await new Promise((resolve) => { shelf.close(resolve); });
    expect(shown).to.include('文件大于平台所说的字节数').and.not.include('摘要一致');
  });
});
