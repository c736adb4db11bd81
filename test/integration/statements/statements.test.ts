import { createHash } from 'node:crypto';
import { connect } from 'node:net';
import { expect } from 'chai';
import { GatewayRefusal } from '../../../contracts/sdk/errors.js';
import { hourMs, minuteMs, businessDay, readLongTime, dayMs } from '../../../domain/kernel/china-time.js';
import { startCity, type City } from '../../support/city.js';
import { barcode, call, dataOf, enrol, freshCode, newParty, orderData, send, type Party, type Reply } from '../gateway/outsider.js';

const merchantNo = 'M35040000001';
const method = 'epay-trade-settle.api.getSettleFileUrl';
const exMethod = 'epay-trade-settle.api.getExSettleFileUrl';

const get = (fileUrl: string, verb = 'GET'): Promise<Reply> => send(fileUrl, { verb, path: new URL(fileUrl).pathname });
const ticketOf = (fileUrl: string): string => fileUrl.slice(fileUrl.lastIndexOf('/') + 1);

describe('statements over the gateway and their download (1.1.2.3, 1.1.7.1.4)', function () {
  this.timeout(120_000);
  let city: City;
  let owner: Party;
  let neighbour: Party;
  let day: string;
  let paid: Readonly<Record<string, string>>;
  before(async () => {
    city = await startCity({ settings: { TONGJIAO_FETCH_BILLS: 'true' } });
    owner = await enrol(city, newParty('DEV-STATEMENTS'), { merchantNos: [merchantNo] });
    neighbour = await enrol(city, newParty('DEV-NEXT-DOOR', 'SM2'), { merchantNos: ['M35040000002'] });
    // Noon, far from every cut of a clearing day.
    const noonToday = readLongTime(`${businessDay(city.now())}120000`);
    if (!noonToday.ok) throw new Error('no noon');
    city.advance((noonToday.value - city.now() + dayMs) % dayMs);
    day = businessDay(city.now());
    paid = dataOf(await call(city, owner, barcode, orderData(city, { barContent: freshCode('00'), orderAmount: '12345' })));
    // By another developer of the same payee.
    const byDemo = await city.rsa2.createBarOrder({ ...orderData(city, { barContent: freshCode('00'), orderAmount: '655' }) } as Parameters<City['rsa2']['createBarOrder']>[0]);
    expect([paid['orderState'], byDemo.orderState]).to.deep.equal(['2', '2']);
  });
  after(async () => city.close());

  const ask = (settleDate = day, party = owner, name = method): Promise<Record<string, string>> => call(city, party, name, { merchantNo, settleDate });
  async function given(name = method): Promise<Record<string, string>> {
    const answer = await ask(day, owner, name);
    expect(answer['code'], JSON.stringify(answer)).to.equal('10000');
    return dataOf(answer);
  }

  it('say that the file is not ready while the day goes on', async () => {
    expect(await ask()).to.include({ code: '40004', subCode: 'FILE_NOT_READY' });
    expect(await ask('20200101')).to.include({ code: '40004', subCode: 'FILE_TOO_OLD' });
    expect(await ask('20260230')).to.include({ code: '40002' });
  });

  it('are given once the bills of every account of the payee have been compared, with all orders of the payee (1.1.7.1.4-a)', async () => {
    // 13:10 of the next day: what has no bill by then and expects none is believed.
    city.advance(dayMs + hourMs + 10 * minuteMs);
    const answer = await city.until('the statement', async () => {
      const said = await ask();
      return said['code'] === '10000' ? dataOf(said) : undefined;
    }, 60_000);
    expect(answer).to.include({ fileName: `${merchantNo}-${day}-statement.csv`, digestAlgorithm: 'SM3', lineCount: '2', tradeAmount: '13000', settledAmount: '13000' });
    const fileUrl = answer['fileUrl'] ?? '';
    expect(fileUrl.length).to.be.at.most(512);
    const file = await get(fileUrl);
    expect(file.status).to.equal(200);
    expect(file.headers).to.include({
      'content-type': 'text/csv; charset=utf-8; header=present', 'content-disposition': `attachment; filename="${merchantNo}-${day}-statement.csv"`, 'cache-control': 'no-store',
      'x-content-type-options': 'nosniff', 'content-length': answer['byteSize'] ?? '', 'x-file-digest': `SM3=${answer['fileDigest'] ?? ''}`,
    });
    expect(createHash('sm3').update(file.text).digest('hex')).to.equal(answer['fileDigest']);
    const lines = file.text.trimEnd().split('\r\n').map((line) => line.split(','));
    expect(lines.slice(1, -1).map((line) => line[8]).sort()).to.deep.equal(['12345', '655']);
    expect(lines.find((line) => line[1] === paid['platformOrderNo'])).to.include.members([paid['bizOrderNo'] ?? '', 'PAY', 'ALIPAY', 'BAR', day, 'MATCHED']);
    expect(lines.at(-1)?.slice(0, 2)).to.deep.equal(['TOTAL', '2']);
  });

  it('stay the same when they are asked for again, and the SDK reads them', async () => {
    const [{ fileUrl: first, ...one }, { fileUrl: second, ...two }] = [await given(), await given()];
    expect(one).to.deep.equal(two);
    expect((await get(first ?? '')).text).to.equal((await get(second ?? '')).text);
    const bySdk = await city.sm2.getStatement({ merchantNo, settleDate: day });
    expect(bySdk.fileDigest).to.equal(one['fileDigest']);
    const abnormal = await city.rsa2.getAbnormalStatement({ merchantNo, settleDate: day });
    expect([abnormal.lineCount, abnormal.platformAmount, abnormal.channelAmount]).to.deep.equal(['0', '0', '0']);
    const refused = await city.rsa2.getStatement({ merchantNo, settleDate: businessDay(city.now()) }).then(() => undefined, (error: unknown) => error);
    expect(refused).to.be.instanceOf(GatewayRefusal).and.include({ code: '40004', subCode: 'FILE_NOT_READY' });
  });

  it('are refused to a developer of another payee, whether there is one or not', async () => {
    for (const name of [method, exMethod]) {
      expect(await ask(day, neighbour, name)).to.include({ code: '40302' });
      expect(await call(city, neighbour, name, { merchantNo: 'M99', settleDate: day })).to.include({ code: '40302' });
    }
    const muted = await enrol(city, newParty('DEV-NO-STATEMENTS'), { allowedMethods: [method] });
    expect(await ask(day, muted, exMethod)).to.include({ code: '40302' });
  });

  it('are told about by HEAD without being sent', async () => {
    const { fileUrl = '', byteSize } = await given();
    const told = await get(fileUrl, 'HEAD');
    expect([told.status, told.text, told.headers['content-length']]).to.deep.equal([200, '', byteSize]);
    expect((await get(fileUrl, 'POST')).status).to.equal(405);
  });

  it('are not found with a ticket in which a single bit is another', async () => {
    const { fileUrl = '' } = await given();
    const ticket = ticketOf(fileUrl);
    for (let at = 0; at < ticket.length; at++) {
      const changed = String.fromCharCode(ticket.charCodeAt(at) ^ 1);
      if (!/[A-Za-z0-9_.-]/.test(changed)) continue;
      const reply = await get(`${city.baseUrl}/statements/${ticket.slice(0, at)}${changed}${ticket.slice(at + 1)}`);
      expect(reply.status, `place ${at}`).to.equal(404);
    }
    expect((await get(fileUrl)).status).to.equal(200);
  });

  it('are not found with a ticket rewritten for another payee, file or time, cut, lengthened, or made of a path', async () => {
    const { fileUrl = '' } = await given();
    const [packed = '', mac = ''] = ticketOf(fileUrl).split('.');
    const text = Buffer.from(packed, 'base64url').toString('utf8');
    const forged = (changed: string): string => `${Buffer.from(changed).toString('base64url')}.${mac}`;
    const tickets = [
      forged(text.replace(merchantNo, 'M35040000002')), forged(text.replace('normal', 'abnormal')), forged(text.replace(/\d+$/, '9999999999999')), packed, `${packed}.`, `.${mac}`, `${packed}.${mac}.${mac}`,
      `${packed}.${mac}A`, `${packed}=.${mac}`, `${packed}.${mac.slice(0, -1)}`, 'A'.repeat(5_000), '..%2f..%2fetc%2fpasswd', '%2e%2e', '%00', '%', '%ff', `${ticketOf(fileUrl)}%00`, `${ticketOf(fileUrl)}/`, `${ticketOf(fileUrl)}/..`, '',
    ];
    for (const ticket of tickets) {
      const reply = await send(city.baseUrl, { verb: 'GET', path: `/statements/${ticket}` });
      expect([reply.status, reply.text], ticket.slice(0, 60)).to.deep.equal([404, '没有这份对账单，或下载地址不正确。']);
    }
  });

  it('are no longer sent when the ticket\'s quarter of an hour is over; a new ticket is for the same file', async () => {
    const { fileUrl = '' } = await given();
    city.advance(15 * minuteMs - 5_000);
    expect((await get(fileUrl)).status).to.equal(200);
    city.advance(5_000);
    const late = await get(fileUrl);
    expect([late.status, late.text]).to.deep.equal([410, '下载地址已过期，请重新调用接口获取。']);
    expect((await get((await given())['fileUrl'] ?? '')).status).to.equal(200);
  });

  it('leave no ticket in the log, not even of a download that failed', async () => {
    const { fileUrl = '' } = await given();
    await get(fileUrl);
    await get(`${fileUrl}x`);
    await new Promise<void>((resolve) => {
      const socket = connect(Number(new URL(city.baseUrl).port), '127.0.0.1', () => { socket.write(`GET ${new URL(fileUrl).pathname} HTTP/1.1\r\nHost: x\r\n\r\n`); socket.destroy(); resolve(); });
    });
    expect(city.log.filter((line) => line.includes(ticketOf(fileUrl)) || line.includes(ticketOf(fileUrl).split('.')[1] ?? '-'))).to.deep.equal([]);
  });

  it('count wrong tickets against their address, until it is told to wait', async () => {
    const own = await startCity({ settings: { TONGJIAO_GATEWAY_PER_ADDRESS_PER_SECOND: '1' } });
    try {
      const statuses: number[] = [];
      for (let n = 0; n < 14; n++) statuses.push((await send(own.baseUrl, { verb: 'GET', path: `/statements/wrong${n}` })).status);
      expect([statuses[0], statuses.at(-1)]).to.deep.equal([404, 429]);
    } finally {
      await own.close();
    }
  });

});
