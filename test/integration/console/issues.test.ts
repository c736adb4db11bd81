import { connect } from 'node:net';
import { expect } from 'chai';
import { longTime } from '../../../domain/kernel/china-time.js';
import { aJpeg, aPdf, aPng, eicar } from '../../support/sample-files.js';
import type { ConsoleClient } from '../../support/console-client.js';
import { ConsoleLife } from './console-life.js';

const description = '张三来电：银行已扣款，页面显示未支付';

describe('issues and their files at the console', function () {
  this.timeout(120_000);
  let life: ConsoleLife;
  let demo: ConsoleClient;
  let auditor: ConsoleClient;
  before(async () => {
    life = await ConsoleLife.start();
    demo = await life.person('demo');
    auditor = await life.person('auditor');
  });
  after(() => life.close());

  const send = (bytes: Buffer, { name = '扣款截图.png', type = 'image/png', headers = {}, client = demo }: { readonly name?: string; readonly type?: string; readonly headers?: Readonly<Record<string, string>>; readonly client?: ConsoleClient } = {}) =>
    client.upload('/attachments', bytes, { 'content-type': type, 'x-file-name': encodeURIComponent(name), ...headers });
  const uploaded = async (bytes: Buffer = aPng(), options: Parameters<typeof send>[1] = {}): Promise<string> => {
    const { status, body } = await send(bytes, options);
    if (status !== 200) throw new Error(JSON.stringify(body));
    return String(body['attachmentNo']);
  };
  const registered = async (more: object = {}): Promise<string> => {
    const { status, body } = await demo.post('/issues/register', { issueType: 'PAY', issueDescription: description, attachments: [], ...more });
    if (status !== 200) throw new Error(JSON.stringify(body));
    return String(body['issueNo']);
  };
  const rowsIn = async (table: string): Promise<readonly Readonly<Record<string, unknown>>[]> => {
    const rows: readonly Readonly<Record<string, unknown>>[] = await life.city.resources.engine.reader.table(table);
    return rows;
  };
  const looseFiles = async (): Promise<number> => (await rowsIn('issue_attachment')).filter(({ state }) => state !== 'attached').length;
  /** One request byte by byte, and what came back. */
  function raw(head: readonly string[], body: Buffer, endsAfter?: number): Promise<string> {
    return new Promise((resolve) => {
      const socket = connect(life.city.config.consolePort, '127.0.0.1');
      const heard: Buffer[] = [];
      socket.on('data', (piece) => heard.push(piece)).on('error', () => undefined).on('close', () => { resolve(Buffer.concat(heard).toString('utf8')); });
      socket.write(['POST /console/api/attachments HTTP/1.1', `host: 127.0.0.1:${life.city.config.consolePort}`, `origin: ${life.baseUrl}`, 'x-console-request: 1', `cookie: ${demo.cookie ?? ''}`, 'connection: close', ...head, '', ''].join('\r\n'));
      socket.write(endsAfter === undefined ? body : body.subarray(0, endsAfter), () => { if (endsAfter !== undefined) setTimeout(() => socket.destroy(), 100); });
    });
  }

  it('are registered on an order, followed, solved once, reopened, and read again with all of it', async () => {
    const time = longTime(life.city.now());
    const placed = await life.city.rsa2.createOrder({ merchantNo: 'M35040000001', bizOrderNo: 'ISSUE-1', orderDate: time.slice(0, 8), orderTime: time, orderAmount: '8000', orderTitle: '不动产登记费' });
    const one = await registered({ platformOrderNo: placed.platformOrderNo, contactMobile: '13800138000', attachments: [await uploaded(), await uploaded(aPdf(), { name: '回单.pdf', type: 'application/pdf' })] });
    expect((await demo.post('/issues/follow', { issueNo: one, issueDescription: '已联系银行', attachments: [] })).status).to.equal(200);
    expect((await demo.post('/issues/solve', { issueNo: one, issueSolution: '已补单', attachments: [await uploaded(aJpeg(), { name: 'x.JPG', type: 'image/jpeg' })] })).status).to.equal(200);
    expect((await demo.post('/issues/solve', { issueNo: one, issueSolution: '再来', attachments: [] })).body).to.deep.include({ code: 'REFUSED', message: '问题已经解决；需要继续处理的，请先重新打开' });
    expect((await demo.post('/issues/reopen', { issueNo: one, issueDescription: '仍未到账', attachments: [] })).status).to.equal(200);
    const { body } = await demo.get(`/issues/${one}`);
    expect(body).to.deep.include({ issueNo: one, issueType: 'PAY', issueState: '0', relatedOrderNo: placed.platformOrderNo, bizOrderNo: 'ISSUE-1', issueDescription: description, contactMobile: '138****8000', registeredBy: '演示操作员' });
    const steps = body['steps'] as readonly { readonly kind: string; readonly attachments: readonly { readonly fileName: string; readonly isScanned: boolean }[] }[];
    expect(steps.map(({ kind, attachments }) => [kind, ...attachments.map(({ fileName }) => fileName)])).to.deep.equal([['registered', '扣款截图.png', '回单.pdf'], ['followed'], ['solved', 'x.jpg'], ['reopened']]);
    expect(steps[0]?.attachments.map(({ isScanned }) => isScanned)).to.deep.equal([false, false]);
    for (const relatedOrderNo of [placed.platformOrderNo, 'ISSUE-1']) {
      const { body: page } = await demo.get(`/lists/issues?relatedOrderNo=${relatedOrderNo}`);
      expect((page['rows'] as readonly object[])[0]).to.deep.include({ issueNo: one, issueType: 'PAY', issueState: '0', registeredBy: '演示操作员', relatedOrderNo: placed.platformOrderNo });
    }
    expect((await demo.post('/issues/contact', { issueNo: one })).body['code']).to.equal('BAD_REQUEST');
    const see = () => demo.post('/issues/contact', { issueNo: one, reason: '缴款人要求回电' });
    expect((await see()).body).to.deep.equal({ contactMobile: '13800138000' });
    expect((await see()).status).to.equal(200);
    expect((await see()).body['code'], 'a third time at once').to.equal('TOO_MANY');
    const seen = (await rowsIn('audit_entry')).filter(({ action }) => action === 'issue.contact-read');
    expect([seen.length, JSON.stringify(seen.map(({ facts_after: after }) => after)).includes('缴款人要求回电')]).to.deep.equal([2, true]);
  });

  it('stand in the database, in the log and in the operation log without what was said and whom to call', async () => {
    await registered({ contactMobile: '13900139000', attachments: [await uploaded(aPng(), { name: '张三身份证.png' })] });
    const stored = JSON.stringify([await rowsIn('desk_issue'), await rowsIn('issue_step')], (_name, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
    expect(stored).to.not.match(/张三|13900139000/);
    const entries = (await rowsIn('audit_entry')).filter(({ object_kind: kind }) => kind === 'issue' || kind === 'attachment').map((row) => JSON.stringify(row, (_name, value: unknown) => (typeof value === 'bigint' ? String(value) : value)));
    expect(entries.length).to.be.above(2);
    expect(entries.filter((entry) => /张三来电|身份证|13900139000/.test(entry))).to.deep.equal([]);
    expect(life.city.log.filter((line) => /张三来电|身份证|13900139000/.test(line))).to.deep.equal([]);
  });

  it('refuse at its field what cannot be right, and change nothing', async () => {
    const before = (await rowsIn('desk_issue')).length;
    for (const [body, field] of [
      [{ platformOrderNo: '1'.repeat(26) }, 'platformOrderNo'], [{ platformRefundOrderNo: '1'.repeat(26) }, 'platformRefundOrderNo'], [{ platformOrderNo: "' or 1" }, 'platformOrderNo'], [{ issueType: 'ANY' }, 'issueType'],
      [{ issueDescription: ' \n ' }, 'issueDescription'], [{ issueDescription: 'x'.repeat(1001) }, 'issueDescription'], [{ issueDescription: 'a\u202eb' }, 'issueDescription'], [{ issueDescription: 'a\u0000b' }, 'issueDescription'],
      [{ contactMobile: 'abc' }, 'contactMobile'], [{ relatedOrderNo: '订单' }, 'relatedOrderNo'], [{ attachments: ['../../x'] }, 'attachments'], [{ attachments: ['1'.repeat(26)] }, 'attachments'],
      [{ attachments: Array.from({ length: 11 }, () => '1'.repeat(26)) }, 'attachments'],
    ] as const) {
      const { status, body: said } = await demo.post('/issues/register', { issueType: 'PAY', issueDescription: description, attachments: [], ...body });
      expect([status >= 400 && status < 500, said['field']], JSON.stringify(body)).to.deep.equal([true, field]);
      expect(String(said['message']).length).to.be.above(3);
    }
    expect((await demo.post('/issues/register', { issueType: 'PAY', issueDescription: 'x', attachments: [], registeredBy: 'else' })).body['code']).to.equal('BAD_REQUEST');
    expect((await demo.post('/issues/register', { issueType: 'PAY', issueDescription: 'x', attachments: [], platformOrderNo: '1'.repeat(26), relatedOrderNo: 'B' })).body['code']).to.equal('BAD_REQUEST');
    for (const path of ['follow', 'reopen']) expect((await demo.post(`/issues/${path}`, { issueNo: '1'.repeat(26), issueDescription: 'x', attachments: [] })).status).to.equal(404);
    expect((await rowsIn('desk_issue')).length).to.equal(before);
  });

  it('give a file back as it was, to be saved and never shown', async () => {
    const name = "附 件'(1)*\u200b.png";
    const attachmentNo = await uploaded(aPng(), { name });
    const one = await registered({ attachments: [attachmentNo] });
    const { status, headers, bytes } = await demo.download(`/issues/${one}/attachments/${attachmentNo}`);
    expect([status, bytes.equals(aPng())]).to.deep.equal([200, true]);
    expect(headers.get('content-type')).to.equal('application/octet-stream');
    expect(headers.get('x-content-type-options')).to.equal('nosniff');
    expect(headers.get('content-security-policy')).to.equal("default-src 'none'; sandbox");
    expect(headers.get('cache-control')).to.equal('no-store');
    expect(headers.get('content-disposition')).to.equal("attachment; filename*=UTF-8''%E9%99%84%20%E4%BB%B6%27%281%29_.png");
    const read = (await rowsIn('audit_entry')).filter(({ action, object_no: object }) => action === 'issue.attachment-read' && object === one);
    expect(read).to.have.length(1);
  });

  it('give a file to nobody by the number of another issue, before it is attached, or without the right', async () => {
    const [mine, loose] = [await uploaded(), await uploaded()];
    const [one, other] = [await registered({ attachments: [mine] }), await registered()];
    for (const path of [`/issues/${other}/attachments/${mine}`, `/issues/${one}/attachments/${loose}`, `/issues/${'1'.repeat(26)}/attachments/${mine}`, `/issues/${one}/attachments/..%2f${mine}`, `/files/${mine}`])
      expect((await demo.get(path)).status, path).to.equal(404);
    expect((await auditor.get(`/issues/${one}/attachments/${mine}`)).body['code']).to.equal('FORBIDDEN');
    expect((await life.browser().get(`/issues/${one}/attachments/${mine}`)).body['code']).to.equal('NOT_SIGNED_IN');
    expect((await demo.post('/issues/attach', { issueNo: other, attachments: [mine] })).body).to.deep.include({ code: 'REFUSED', field: 'attachments' });
  });

  it('refuse what is not a picture or a PDF through and through, and keep nothing of it', async () => {
    const before = await looseFiles();
    const page = Buffer.from('<!doctype html><script>alert(1)</script>');
    for (const [what, bytes, name, type] of [
      ['a page as PNG', page, 'x.png', 'image/png'], ['a page', page, 'x.html', 'text/html'], ['a page that calls itself a picture', page, 'x.html', 'image/png'], ['a drawing', Buffer.from('<svg onload="alert(1)"/>'), 'x.svg', 'image/svg+xml'],
      ['a polyglot', aPng({ extra: Buffer.concat([Buffer.from('Comment\0'), page]) }), 'x.png', 'image/png'], ['a zip as a sheet', Buffer.from('504b0304', 'hex'), 'x.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
      ['a double ending', page, 'x.png.html', 'image/png'], ['an ending that hides', aPng(), 'x.png\u0000.exe', 'image/png'], ['a pixel flood', aPng({ width: 19_999, height: 19_999 }), 'x.png', 'image/png'], ['another type than it says', aPng(), 'x.pdf', 'application/pdf'],
      ['a PNG as JPEG', aPng(), 'x.jpg', 'image/jpeg'], ['a virus', Buffer.from(eicar), 'x.png', 'image/png'], ['nothing', Buffer.alloc(0), 'x.png', 'image/png'], ['no ending', aPng(), 'x', 'image/png'],
    ] as const) {
      const { status, body } = await send(bytes, { name, type });
      expect([status >= 400 && status < 500, body['field']], `${what}: ${status} ${JSON.stringify(body)}`).to.deep.equal([true, 'attachments']);
    }
    expect(await looseFiles()).to.equal(before);
    expect((await rowsIn('kept_file')).filter(({ purpose }) => purpose === 'attachment').length).to.equal((await rowsIn('issue_attachment')).length);
  });

  it('clean the names of files, and take none that is not written as agreed', async () => {
    for (const [given, kept] of [['../../etc/passwd.png', 'passwd.png'], ['C:\\fakepath\\x.png', 'x.png'], ['con.png', '_con.png'], ['a\r\nset-cookie: x.png', 'aset-cookie_ x.png'], ['gnp.exe\u202e.png', 'gnp_exe.png'], [`${'附'.repeat(300)}.png`, `${'附'.repeat(96)}.png`]] as const)
      expect((await send(aPng(), { name: given })).body['fileName'], given).to.equal(kept);
    for (const name of ['%', '%ff.png', '%zz', '', 'x'.repeat(4000)]) expect((await send(aPng(), { headers: { 'x-file-name': name } })).body['code'], name).to.equal('BAD_REQUEST');
  });

  it('let nobody upload without our page, a session and the right', async () => {
    const before = await looseFiles();
    for (const headers of [{ origin: 'https://evil.example' }, { origin: 'null' }, { 'x-console-request': '0' }]) expect((await send(aPng(), { headers })).body['code'], JSON.stringify(headers)).to.equal('FORBIDDEN');
    expect((await send(aPng(), { client: life.browser() })).body['code']).to.equal('NOT_SIGNED_IN');
    expect((await send(aPng(), { client: auditor })).body['code']).to.equal('FORBIDDEN');
    const stranger = life.browser();
    stranger.cookie = `${demo.cookie?.split('=')[0] ?? ''}=${'A'.repeat(32)}`;
    expect((await send(aPng(), { client: stranger })).body['code']).to.equal('NOT_SIGNED_IN');
    for (const headers of [{ 'content-type': 'application/json' }, { 'content-type': 'image/png; charset=x' }, { 'content-encoding': 'gzip' }]) expect((await send(aPng(), { headers })).body['code'], JSON.stringify(headers)).to.equal('BAD_REQUEST');
    expect(await looseFiles()).to.equal(before);
  });

  it('take the largest file that may be, none that is larger, and none without a length', async () => {
    const largest = aPng({ points: Buffer.alloc(10 * 1024 * 1024 - aPng({ points: Buffer.alloc(0) }).length, 7) });
    expect(largest.length).to.equal(10 * 1024 * 1024);
    const attachmentNo = await uploaded(largest);
    const one = await registered({ attachments: [attachmentNo] });
    expect((await demo.download(`/issues/${one}/attachments/${attachmentNo}`)).bytes.equals(largest)).to.equal(true);
    const tooLarge = await raw(['content-type: image/png', 'x-file-name: x.png', `content-length: ${largest.length + 1}`], Buffer.alloc(0));
    expect(tooLarge).to.match(/^HTTP\/1\.1 413 /).and.to.include('每个文件不能超过 10 MB');
    expect(await raw(['content-type: image/png', 'x-file-name: x.png', 'transfer-encoding: chunked'], Buffer.from('0\r\n\r\n'))).to.match(/^HTTP\/1\.1 400 /);
  });

  it('keep nothing of a file that is cut off or shorter than was said, and read no further than was said', async () => {
    const before = await looseFiles();
    const bytes = aPng({ points: Buffer.alloc(400_000, 7) });
    await raw(['content-type: image/png', 'x-file-name: x.png', `content-length: ${bytes.length}`], bytes, 300_000);
    await life.city.until('the row of the file that broke off to go', async () => (await looseFiles()) === before ? true : undefined);
    const short = await raw(['content-type: image/png', 'x-file-name: x.png', `content-length: ${bytes.length - 1}`], bytes.subarray(0, -1));
    expect(short).to.match(/^HTTP\/1\.1 422 /).and.to.include('文件不完整');
    // More than was said is the beginning of another request, and no good one.
    expect(await raw(['content-type: image/png', 'x-file-name: x.png', `content-length: ${bytes.length - 1}`], bytes)).to.match(/^HTTP\/1\.1 4[0-9]{2} /);
    await life.city.until('the row of that file to go', async () => (await looseFiles()) === before ? true : undefined);
  });

  it('take ten files at once, each as it was', async () => {
    const all = Array.from({ length: 10 }, (_, n) => aPng({ points: Buffer.alloc(300_000 + n, n) }));
    const numbers = await Promise.all(all.map((bytes) => uploaded(bytes)));
    const one = await registered({ attachments: numbers });
    for (const [n, attachmentNo] of numbers.entries()) expect((await demo.download(`/issues/${one}/attachments/${attachmentNo}`)).bytes.equals(all[n] ?? Buffer.alloc(0)), String(n)).to.equal(true);
    const answers = await Promise.all(numbers.map(() => demo.post('/issues/attach', { issueNo: one, attachments: numbers.slice(0, 1) })));
    expect(new Set(answers.map(({ body }) => body['code']))).to.deep.equal(new Set(['REFUSED']));
  });

  it('attach a file once, though two reach for it at the same time', async () => {
    const [one, other, attachmentNo] = [await registered(), await registered(), await uploaded()];
    const answers = await Promise.all([one, other, one, other].map((issueNo) => demo.post('/issues/attach', { issueNo, attachments: [attachmentNo] })));
    expect(answers.map(({ status }) => status).sort()).to.deep.equal([200, 422, 422, 422]);
  });

  it('let one operator send so many files an hour', async () => {
    life.city.advance(3_600_000 - life.city.now() % 3_600_000);
    demo = await life.again(demo, 'demo');
    let taken = 0;
    for (; taken < 100; taken += 1) if ((await send(aPng())).status !== 200) break;
    expect(taken).to.equal(60);
    const { status, body } = await send(aPng());
    expect([status, body['code'], body['message']]).to.deep.equal([429, 'TOO_MANY', '每人每小时至多上传 60 个文件、合计 200 MB，请稍后再传']);
  });
});
