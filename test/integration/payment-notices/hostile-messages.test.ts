import { createHash } from 'node:crypto';
import { connect } from 'node:net';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { NoticeLife } from './notice-life.js';

/** What a stranger, and a province gone wrong, can send to the open address. */
describe('hostile messages about paid notices', function () {
  this.timeout(60_000);
  let town: NoticeLife;
  let url = '';
  before(async () => { town = await NoticeLife.start(); url = `${town.life.city.baseUrl}/openapi/nontax/paid-notice`; });
  after(async () => town.close());

  const post = async (body: string | Uint8Array, headers: Record<string, string> = {}): Promise<number> => (await fetch(url, { method: 'POST', body: typeof body === 'string' ? body : Buffer.from(body), headers })).status;
  const key = (): string => readFileSync(join(town.life.city.config.dataFolder, 'demo', 'outside', 'province-message.key'), 'utf8').trim();
  let noises = 0;

  /** As the province signs; each part may be another. */
  function envelope(content: unknown, change: { readonly region?: string; readonly noise?: string; readonly sign?: string; readonly data?: string } = {}): string {
    const place = { region: change.region ?? '350400', deptcode: '350400001', appid: 'TONGJIAO' };
    const data = change.data ?? Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)).toString('base64');
    const noise = change.noise ?? `noise${String(++noises).padStart(12, '0')}`;
    const text = `region=${place.region}&deptcode=${place.deptcode}&appid=${place.appid}&data=${data}&noise=${noise}&key=${key()}&version=1.0`;
    return JSON.stringify({ ...place, data, noise, version: '1.0', sign: change.sign ?? createHash('sm3').update(text).digest('hex').toUpperCase() });
  }
  const paid = (payCode: string, change: object = {}) => ({ payCode, serialNo: 'BANK-9', totalAmt: 80, confirmDate: town.day(), confirmTime: '000000', paymentChannel: 'BANK', sourceSystem: 'X', ...change });

  it('end in a refusal whatever their form, and change nothing', async () => {
    const payCode = await town.issued();
    const placed = await town.life.place(town.notice(payCode));
    const bodies: readonly (readonly [string, string | Uint8Array, number])[] = [
      ['nothing', '', 403], ['no JSON', 'hello', 403], ['a list', '[]', 403], ['deep JSON', '['.repeat(50_000), 403], ['no envelope', JSON.stringify(paid(payCode)), 403], ['bytes', new Uint8Array([0, 255, 254]), 403],
      ['a wrong signature', envelope(paid(payCode), { sign: 'A'.repeat(64) }), 403], ['no signature', envelope(paid(payCode), { sign: '' }), 403], ['another region', envelope(paid(payCode), { region: '110000' }), 403],
      ['data that is not Base64', envelope(paid(payCode), { data: '***' }), 403], ['a number twice', envelope(`{"payCode":"${payCode}","payCode":"1"}`), 403], ['a foreign pay code', envelope(paid('../../etc')), 403],
      ['no amount', envelope(paid(payCode, { totalAmt: undefined })), 403], ['a negative amount', envelope(paid(payCode, { totalAmt: -80 })), 403], ['a split fen', envelope(paid(payCode, { totalAmt: 80.001 })), 403],
      ['a payment in the far future', envelope(paid(payCode, { confirmDate: '20991231' })), 403], ['a day that does not exist', envelope(paid(payCode, { confirmDate: '20260230' })), 403],
    ];
    for (const [name, body, status] of bodies) expect(await post(body), name).to.equal(status);
    expect(await post('x'.repeat(65 * 1024))).to.equal(413);
    expect(await post(envelope(paid(payCode)), { 'content-encoding': 'gzip' })).to.equal(400);
    expect((await fetch(url)).status).to.equal(404);
    expect([(await town.kept(placed.platformOrderNo)).step, (await town.life.query(placed)).orderState]).to.deep.equal(['open', '0']);
    expect((await town.life.rows('notice_log')).filter((row) => row['subject'] === 'paid-message')).to.deep.equal([]);
  });

  it('are taken once: the same number again is refused, also by a process started anew', async () => {
    const payCode = await town.issued();
    const body = envelope(paid(payCode));
    expect([await post(body), await post(body)]).to.deep.equal([200, 403]);
    await town.life.city.stop();
    await town.life.city.start();
    expect(await post(body)).to.equal(403);
    expect(await post(envelope(paid(payCode)))).to.equal(200);
  });

  it('about a notice nobody knows are answered with a signed no, and logged', async () => {
    const answer = await fetch(url, { method: 'POST', body: envelope(paid('35040026309999999999')) });
    const { data } = await answer.json() as { data: string };
    expect([answer.status, (JSON.parse(Buffer.from(data, 'base64').toString('utf8')) as { result: string }).result]).to.deep.equal([200, 'E9999']);
    expect((await town.life.rows('notice_log', { pay_code: '35040026309999999999' })).map((row) => row['log_state'])).to.deep.equal(['refused']);
  });

  it('that come slower than anybody writes do not hold the line', async () => {
    const socket = connect(town.life.city.config.port, '127.0.0.1');
    const answered = new Promise<string>((resolve) => { socket.once('data', (chunk) => resolve(chunk.toString('utf8'))); socket.once('close', () => resolve('closed')); });
    socket.write('POST /openapi/nontax/paid-notice HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\n{');
    expect(await answered).to.match(/^HTTP\/1.1 400|closed/);
    socket.destroy();
  });
});
