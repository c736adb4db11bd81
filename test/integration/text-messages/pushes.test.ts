import { connect, type Socket } from 'node:net';
import { expect } from 'chai';
import { no } from '../../contract/persistence/builders.js';
import { openTextTown, phoneWith, pushToken, type TextTown } from './text-town.js';

describe('pushes of the text platform', () => {
  let town: TextTown;
  const phone = phoneWith('0002');
  beforeEach(async () => { town = await openTextTown(); });
  afterEach(() => town.close());
  const push = async (path: string, body: unknown, more: RequestInit = {}): Promise<number> =>
    (await fetch(`${town.ourUrl}/${path}`, { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body), ...more })).status;
  const sent = async () => {
    await town.paidOrder(phone);
    await town.follow();
    await town.work();
    const [text] = await town.texts(phone);
    if (text?.groupNo === undefined) throw new Error('it was not sent');
    return text;
  };
  const report = (msgGroup: string, mobile = phone, status = 'DELIVRD') => [{ reportStatus: status, mobile, submitDate: '2026-05-08 10:00:00', receiveDate: '2026-05-08 10:00:02', errorCode: status, msgGroup }];
  const state = async () => (await town.texts(phone))[0]?.state;

  it('are believed with the token of the address, and the same again is accepted and changes nothing', async () => {
    const { groupNo = '' } = await sent();
    for (let n = 0; n < 3; n++) expect(await push(`reports/${pushToken}`, report(groupNo))).to.equal(200);
    expect((await town.texts(phone))[0]).to.include({ state: 'delivered', version: 4 });
  });

  it('with another token, another path or another method find nothing there', async () => {
    const { groupNo = '' } = await sent();
    const other = pushToken.replace(/.$/, 'Y');
    for (const path of [`reports/${other}`, 'reports/', 'reports', `inbound/${other}`, `reports/${pushToken}/x`, `reports/${'x'.repeat(5_000)}`]) expect(await push(path, report(groupNo)), path.slice(0, 50)).to.equal(404);
    expect((await fetch(`${town.ourUrl}/reports/${pushToken}`)).status).to.equal(404);
    expect(await state()).to.equal('submitted');
  });

  it('of strangers who begin and send nothing are turned away at once, hold up nobody, and are a line of the journal now and then', async () => {
    const { groupNo = '' } = await sent();
    const { hostname, port, pathname } = new URL(town.ourUrl);
    const strangers: Socket[] = [];
    const heard: string[] = [];
    try {
      for (let n = 0; n < 12; n++) {
        const socket = connect(Number(port), hostname).setEncoding('latin1').on('error', () => undefined);
        socket.on('data', (text: string) => { heard[n] = (heard[n] ?? '') + text; });
        socket.write(`POST ${pathname}/reports/${pushToken}x HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\n`);
        strangers.push(socket);
      }
      await town.until('answers for all strangers', async () => (heard.filter((text) => /^HTTP\/1\.1 404 /.test(text) && /\r\nconnection: close\r\n/i.test(text)).length === 12 ? true : undefined));
      expect(await push(`reports/${pushToken}`, report(groupNo))).to.equal(200);
    } finally {
      for (const socket of strangers) socket.destroy();
    }
    expect(town.journal.events.filter(({ event }) => event === 'text-push-refused').map(({ fields }) => fields)).to.deep.equal([{ why: 'token', address: '127.0.0.1' }]);
  });

  it('about a batch or phone that we never sent change nothing and say nothing', async () => {
    const { groupNo = '' } = await sent();
    for (const forged of [report('G-unknown'), report(groupNo, phoneWith('9999')), report(groupNo, phone, 'XX:0042')]) expect(await push(`reports/${pushToken}`, forged)).to.equal(200);
    expect(await state()).to.equal('submitted');
    expect(town.journal.events.filter(({ event }) => event === 'text-report-strange')).to.have.length(2);
  });

  it('that contradict what was reported before leave the first word', async () => {
    const { groupNo = '' } = await sent();
    await push(`reports/${pushToken}`, report(groupNo));
    expect(await push(`reports/${pushToken}`, report(groupNo, phone, 'CM:8003'))).to.equal(200);
    expect(await state()).to.equal('delivered');
  });

  it('that are too large, compressed, no JSON or full of rubbish are refused and change nothing', async () => {
    const { groupNo = '' } = await sent();
    const bad: readonly (readonly [unknown, RequestInit?])[] = [
      ['x'.repeat(300_000)], ['{'], [''], ['[[[['.repeat(10_000)], ['\0'], [JSON.stringify(report(groupNo)), { headers: { 'content-encoding': 'gzip' } }],
    ];
    for (const [body, more] of bad) expect(await push(`reports/${pushToken}`, body, more)).to.equal(404);
    expect(await push(`reports/${pushToken}`, [{ mobile: { $ne: '' }, msgGroup: groupNo, reportStatus: 'DELIVRD' }, 5, null])).to.be.oneOf([200, 404]);
    expect(await state()).to.equal('submitted');
  });

  it('that come before we know the batch are to come again', async () => {
    const { messageId } = await sent();
    await town.store.unitOfWork.run(async ({ texts }) => {
      const text = await texts.byId(messageId);
      if (text) await texts.put({ ...text, state: 'queued', isBeingSent: true, groupNo: undefined });
    });
    expect(await push(`reports/${pushToken}`, report('G-of-the-text'))).to.equal(503);
  });

  it('with a text from a phone keep it once, sealed', async () => {
    const said = [{ mobile: phone, smsContent: '我的票据在哪里？身份证350402199001011234', sendTime: '2026-05-08 09:59:00', addSerial: '01' }];
    for (let n = 0; n < 2; n++) expect(await push(`inbound/${pushToken}`, said)).to.equal(200);
    const rows = await town.engine.reader('text_inbound').select('*') as readonly Readonly<Record<string, unknown>>[];
    expect(rows).to.have.length(1);
    expect(rows[0]).to.include({ masked_phone: '139****0002', extension_no: '01', meaning: 'other' });
    expect(JSON.stringify(rows)).to.not.match(/13900000002|身份证|350402199001011234/);
  });

  it('leave no phone, no code and no text of anybody in log or tables', async () => {
    await sent();
    await town.sendCode.run({ template: 'LOGIN_CODE', phone: phoneWith('0000'), address: '192.0.2.1', isWanted: true });
    await town.sendCode.settled();
    const code = /验证码([0-9]{6})/.exec((await town.received()).map(({ text }) => text).join())?.[1] ?? 'none';
    await town.tryCode.run({ template: 'LOGIN_CODE', phone: phoneWith('0000'), code: '000000', address: '192.0.2.1', isWanted: true });
    await town.control('inbound', { apId: town.settings.apId, mobile: phone, smsContent: '退订' });
    await town.blockPhone.run(phone, false, { kind: 'operator', code: 'op', address: undefined });
    await push(`reports/${pushToken}x`, report('G'));
    town.step(6 * 60_000);
    await town.work();
    const tables = await Promise.all(['text_message', 'text_block', 'text_code', 'text_inbound', 'audit_entry', 'outbox', 'pay_order'].map(async (table) => {
      const rows = await town.engine.reader(table).select('*') as readonly unknown[];
      expect(rows, table).to.have.length.above(0);
      return JSON.stringify(rows);
    }));
    const everything = [...tables, JSON.stringify(town.journal.events)].join('\n');
    for (const secret of [phone, phoneWith('0000'), pushToken, town.settings.secretKey, '192.0.2.1"']) expect(everything.includes(secret), secret).to.equal(false);
    expect(code).to.match(/^[0-9]{6}$/);
    expect(new RegExp(`(?<![0-9a-f])${code}(?![0-9a-f])`).test(everything)).to.equal(false);
    expect(everything).to.include(no(1));
  });
});
