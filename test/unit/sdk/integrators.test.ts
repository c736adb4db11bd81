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
  const clock = new SteppedClock();
  before(async () => {
    gateway = await startFakeGateway(scheme, (seen) => override?.(seen) ?? usual(seen));
    const options = { port: 0, clock, dataFolder: '', credentials: { gatewayUrl: gateway.url, developers: [{ ...gateway.developer, ...scheme, merchantNo: 'M3504000001' }] } };
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

  it('say that a bill is not issued yet, and that there is no payment notice', async () => {
    const order = await paidMatter();
    override = ({ envelope }) => ({ 'epay-bill.ebill.query': { code: '40004', subCode: 'BILL_NOT_READY' }, 'epay-nontax.notice.query': { code: '40004', subCode: 'NOTICE_UNKNOWN' } }[envelope['method'] ?? '']);
    expect(await text(post(hall, `${order}/ebills`))).to.include('电子票据尚未开具，请稍后再取');
    expect(await text(post(hall, `${order}/notice`))).to.include('本单没有缴款书');
  });

  it('show pay code and QR code as soon as the slip is there, and follow it after the payment', async () => {
    const path = await approvedMatter();
    await post(hall, `${path}/pay`, { mode: 'pc', eBillWanted: '1' });
    const order = `/orders/${path.split('/').at(-1) ?? ''}-01`;
    const notice = { paymentNoticeState: '0', paymentNoticeStateMsg: '开具中', totalAmount: '12000', validUntil: '20261102' };
    let told: object = notice;
    const asked = (): number => gateway.seen.filter(({ envelope }) => envelope['method'] === 'epay-nontax.notice.query').length;
    override = ({ envelope }) => (envelope['method'] === 'epay-nontax.notice.query' ? { code: '10000', data: told } : undefined);
    expect(await text(fetch(hall.baseUrl + order))).to.include('开具中').and.not.include('二维码');
    told = { ...notice, paymentNoticeStateMsg: '待缴款', payCode: '35040026300000000001', qrUrl: 'https://jiaoyun.example.com/pay?c=1' };
    expect(await text(fetch(hall.baseUrl + order))).to.include('35040026300000000001').and.include('缴款书二维码');
    const before = asked();
    await fetch(hall.baseUrl + order);
    expect(asked(), 'nothing is asked while the code waits').to.equal(before);
    await post(hall, `${order}/query`);
    told = { ...told, paymentNoticeState: '1', paymentNoticeStateMsg: '已缴款' };
    expect(await text(fetch(hall.baseUrl + path))).to.include('已缴款').and.not.include('缴款书二维码');
    told = { ...told, qrUrl: 'javascript:alert(1)', paymentNoticeState: '0' };
    expect(await text(fetch(hall.baseUrl + path))).to.not.include('javascript:').and.not.include('缴款书二维码');
  });

  it('hand out a notice with the decision, ask again with the same words after no answer, and pay by its code', async () => {
    const path = (await post(hall, '/matters', { kind: 'fine', applicant: '张三', payerType: '1' })).headers.get('location') ?? '';
    override = ({ envelope }) => (envelope['method'] === 'epay-nontax.notice.issue' ? { code: '20000' } : undefined);
    expect(await text(post(hall, `${path}/approve`))).to.include('缴款书没有开具').and.include('开具缴款书');
    const first = gateway.seen.at(-1)?.data;
    expect(first).to.deep.include({ payerName: '张三', payerType: '1', items: [{ itemCode: 'D350400014', itemName: '交通违法罚款', quantity: '1', price: '20000', amount: '20000' }] });
    expect(await text(post(hall, `${path}/pay`, { mode: 'pc' }))).to.include('请先开具缴款书');
    const shown = { bizNoticeNo: String(first?.['bizNoticeNo']), payCode: '35040026300000000007', paymentNoticeState: '0', paymentNoticeStateMsg: '待缴款', totalAmount: '20000', validUntil: '20261231' };
    override = ({ envelope }) => (envelope['method']?.startsWith('epay-nontax.') ? { code: '10000', data: shown } : undefined);
    await post(hall, `${path}/slip`);
    expect(gateway.seen.at(-1)?.data).to.deep.equal(first);
    expect(await text(fetch(hall.baseUrl + path))).to.include(shown.payCode);
    await post(hall, `${path}/pay`, { mode: 'pc', eBillWanted: '1' });
    expect(gateway.seen.at(-1)?.data['nontaxInfo']).to.include({ payCode: shown.payCode, eBillWanted: '0' });
    override = ({ envelope }) => (envelope['method']?.startsWith('epay-nontax.') ? { code: '10000', data: { ...shown, paymentNoticeState: '1', paymentNoticeStateMsg: '已在其他渠道缴款' } } : undefined);
    expect(await text(fetch(hall.baseUrl + path)), 'asked a moment ago').to.include('待缴费');
    clock.advance(30_000);
    expect(await text(fetch(hall.baseUrl + path))).to.include('已在其他渠道缴款').and.include('已缴费');
    expect(await text(post(hall, `${path}/pay`, { mode: 'pc' }))).to.include('请勿重复缴纳');
  });

  it('show why a refund is refused, and ask again with the number of the approval', async () => {
    const order = await paidMatter();
    override = ({ envelope, data }) => (envelope['method'] !== 'epay-trade-core.refund.create' ? undefined
      : data['nontaxRefundRef'] === undefined ? { code: '40004', subCode: 'NOT_REFUNDABLE' } : { code: '10000', data: { bizRefundOrderNo: data['bizRefundOrderNo'], platformRefundOrderNo: '9', refundState: '0' } });
    await post(hall, `${order}/refunds`, { amount: '120', reason: '撤回' });
    expect(await text(fetch(hall.baseUrl + order))).to.include('平台拒绝').and.include('NOT_REFUNDABLE').and.include('name="nontaxRefundRef"');
    await post(hall, `${order}/refunds`, { amount: '120', reason: '撤回', nontaxRefundRef: '闽财退〔2026〕8号' });
    expect(gateway.seen.filter(({ envelope }) => envelope['method'] === 'epay-trade-core.refund.create').at(-1)?.data['nontaxRefundRef']).to.equal('闽财退〔2026〕8号');
    expect(await text(fetch(hall.baseUrl + order))).to.include('待退款').and.include('退付批准文号 闽财退〔2026〕8号');
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
