import { expect } from 'chai';
import { MemoryPayCodes } from '../../../adapters/outbound/persistence/memory/memory-pay-codes.js';
import { createCnnontaxProvince } from '../../../adapters/outbound/province/cnnontax/cnnontax-province.js';
import type { PaymentToConfirm, Province } from '../../../application/ports/province.js';
import { fen } from '../../../domain/kernel/money.js';
import { mayBePaid } from '../../../domain/payment-notices/judge-notice.js';
import { noon } from '../../builders/moments.js';
import { aNoticeContent, aNoticeItem, aPaymentNotice } from '../../builders/payment-notices.js';
import { NormLiar, replyFrame, rule } from './norm-liar.js';
import { normSettings } from './norm-settings.js';

const payCode = '35040026300000000001';
const payment: PaymentToConfirm = { payCode, serialNo: 'P1', channelSerialNo: 'C1', amount: fen(8000), paymentChannel: 'UNIONPAY', paidAt: noon, payerName: '张三' };
const done = { OriMsgNo: '2602', Result: '00000', Information: 'QR1' };
const slip = {
  AdmDivCode: '350400', PayCode: payCode, BillDate: '20260508', ChgAgenCode: '350400001', ChgAgenName: '单位', PayerName: '张三', Amt: '80.0', OriAmt: '80', DelayAmt: '0.00', PayStats: '0', PayInfo: '103043211|登记费|80.00|件|2|1|0-100#',
};

describe('a line of the national norm that lies or breaks', function () {
  const liar = new NormLiar();
  let province: Province;
  const made = (changes: object = {}): Province => createCnnontaxProvince(
    { clock: { now: () => noon }, payCodes: (region, system) => new MemoryPayCodes(region, system), tokens: { ours: async () => 'TOKEN-1', province: async () => 'TOKEN-2' } },
    normSettings({ line: { host: '127.0.0.1', port: liar.port }, msgNo: { confirm: '2602' }, ...changes }));
  before(async () => { await liar.open(); province = made(); });
  after(() => liar.close());
  const confirm = (timeoutMs = 4_000, by = province) => by.confirming?.confirm(payment, timeoutMs);
  const query = (by = province) => by.queries.query({ payCode }, 4_000);

  it('is believed when nothing is wrong, in upper case and in pieces', async () => {
    liar.saying(done, '5001');
    expect(await confirm()).to.deep.equal({ kind: 'confirmed', confirmCode: 'QR1' });
    liar.saying(done, '5001', {}, (frame) => Buffer.concat([frame.subarray(0, -64), Buffer.from(frame.toString('latin1', frame.length - 64).toUpperCase())]));
    expect((await confirm())?.kind).to.equal('confirmed');
    liar.answer = (asked, socket) => {
      const frame = replyFrame(asked, done, '5001');
      frame.forEach((byte, index) => { setTimeout(() => { socket.write(Uint8Array.of(byte)); }, index / 4); });
    };
    expect((await confirm())?.kind).to.equal('confirmed');
  });

  it('tells what it was asked in the fields and numbers that were agreed on, once', async () => {
    const before = liar.asked.length;
    liar.saying(done, '5001');
    await confirm();
    expect(liar.asked.slice(before).map(({ msgNo, from, to, vouchers }) => ({ msgNo, from, to, vouchers }))).to.deep.equal([{
      msgNo: '2602', from: 'K3504000001', to: 'F350400', vouchers: [{ PayCode: payCode, CfmDate: '20260508', CfmTime: '120000', Amt: '80.00', PayMode: 'UNIONPAY', TraNoBus: 'P1', PayerName: '张三', Hold1: 'C1' }],
    }]);
    expect(liar.asked.at(-1)?.msgId).to.match(/^[0-9a-f]{32}$/).and.equal(liar.asked.at(-1)?.msgRef).and.not.equal(liar.asked.at(-2)?.msgId);
  });

  const lies: readonly (readonly [what: string, why: string, say: () => void])[] = [
    ['nothing', 'unreadable', () => { liar.answer = (_asked, socket) => { socket.end(); }; }],
    ['a broken line', 'unreadable', () => { liar.answer = (_asked, socket) => { socket.resetAndDestroy(); }; }],
    ['words of a web server', 'unreadable', () => { liar.answer = (_asked, socket) => { socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n'); }; }],
    ['half a frame', 'unreadable', () => { liar.saying(done, '5001', {}, (frame) => frame.subarray(0, 100)); }],
    ['a length that is too small', 'unreadable', () => { liar.saying(done, '5001', {}, (frame) => Buffer.concat([Buffer.from('100     '), frame.subarray(8)])); }],
    ['a length beyond the limit', 'unreadable', () => { liar.saying(done, '5001', {}, (frame) => Buffer.concat([Buffer.from('99999999'), frame.subarray(8)])); }],
    ['a length that is longer than what comes', 'unreadable', () => { liar.saying(done, '5001', {}, (frame) => Buffer.concat([Buffer.from('9000    '), frame.subarray(8)])); }],
    ['a wrong code', 'unsigned', () => { liar.saying(done, '5001', {}, (frame) => Buffer.concat([frame.subarray(0, -64), Buffer.from('0'.repeat(64))])); }],
    ['a code under the other token', 'unsigned', () => { liar.answer = (asked, socket) => { socket.end(replyFrame(asked, done, '5001', {}, { ...rule, token: 'TOKEN-2' } as typeof rule)); }; }],
    ['the answer to another message', 'unreadable', () => { liar.saying(done, '5001', { msgRef: 'f'.repeat(32) }); }],
    ['no reference', 'unreadable', () => { liar.saying(done, '5001', { msgRef: '' }); }],
    ['another sender', 'unreadable', () => { liar.saying(done, '5001', { from: 'F350500' }); }],
    ['another receiver', 'unreadable', () => { liar.saying(done, '5001', { to: 'K3504000002' }); }],
    ['another message number', 'unreadable', () => { liar.saying(done, '5996'); }],
    ['two vouchers', 'unreadable', () => { liar.saying(done, '5001', { vouchers: [done, done] }); }],
    ['no result', 'unreadable', () => { liar.saying({ OriMsgNo: '2602', Information: '' }, '5001'); }],
    ['a result that is no code', 'unreadable', () => { liar.saying({ ...done, Result: '<1>' }, '5001'); }],
    ['the number of another message', 'unreadable', () => { liar.saying({ ...done, OriMsgNo: '8994' }, '5001'); }],
    ['a result that nobody has listed', 'unheard-word', () => { liar.saying({ ...done, Result: '12345' }, '5001'); }],
    ['a result named like an inner word', 'unheard-word', () => { liar.saying({ ...done, Result: 'constructor' }, '5001'); }],
  ];
  for (const [what, why, say] of lies) {
    it(`is unknown when it says ${what}`, async () => {
      say();
      expect(await confirm()).to.deep.include({ kind: 'unknown', why });
    });
  }

  it('keeps the raw code of what it does not know, and the words of what it does', async () => {
    liar.saying({ ...done, Result: '12345' }, '5001');
    expect(await confirm()).to.deep.equal({ kind: 'unknown', why: 'unheard-word', code: '12345' });
    liar.saying({ ...done, Result: '99999', Information: `不行\r\n\u2029${'x'.repeat(500)}`.replace('\u2029', ' ') }, '5001');
    const report = await confirm();
    expect(report?.kind === 'refused' && [report.code, report.reason.length, /[\r\n]/.test(report.reason)]).to.deep.equal(['99999', 200, false]);
    liar.saying({ ...done, Result: '18012', Information: '单位无权执收' }, '5001');
    expect(await confirm()).to.deep.equal({ kind: 'refused', code: '18012', reason: '单位无权执收' });
  });

  it('shows no number of a person that the province says again, and believes the number of a success', async () => {
    liar.saying({ ...done, Result: '18012', Information: '缴款人身份证 35040219900101123X、手机13800138000、凭证 123456，错误码 18012' }, '5001');
    expect(await confirm()).to.deep.equal({ kind: 'refused', code: '18012', reason: '缴款人身份证 ***、手机***、凭证 ***，错误码 18012' });
    liar.saying({ ...done, Information: '20260508123456' }, '5001');
    expect(await confirm()).to.deep.equal({ kind: 'confirmed', confirmCode: '20260508123456' });
  });

  it('reads the first frame of two in a packet', async () => {
    liar.saying(done, '5001', {}, (frame) => Buffer.concat([frame, Buffer.from('garbage')]));
    expect((await confirm())?.kind).to.equal('confirmed');
  });

  it('is a timeout when it is silent or drips, and unreachable when nobody is there; nothing is sent twice', async () => {
    liar.answer = () => undefined;
    const before = liar.asked.length;
    expect(await confirm(400)).to.deep.equal({ kind: 'unknown', why: 'timeout' });
    liar.answer = (asked, socket) => { const frame = replyFrame(asked, done, '5001'); let at = 0; const timer = setInterval(() => { if (socket.destroyed) clearInterval(timer); else socket.write(frame.subarray(at, ++at)); }, 20); };
    expect(await confirm(400)).to.deep.equal({ kind: 'unknown', why: 'timeout' });
    expect(liar.asked.length).to.equal(before + 2);
    expect(await confirm(4_000, made({ line: { host: '127.0.0.1', port: 1 } }))).to.deep.equal({ kind: 'unknown', why: 'unreachable' });
    expect(await confirm(4_000, made({ line: { host: '169.254.169.254', port: 80 } })), 'never where clouds keep credentials').to.deep.equal({ kind: 'unknown', why: 'unreachable' });
    expect(await confirm(4_000, made({ line: { host: 'nowhere.invalid', port: 80 } }))).to.deep.equal({ kind: 'unknown', why: 'unreachable' });
  });

  it('has so many connections and no more: who finds none in time has sent nothing', async () => {
    const narrow = made({ line: { host: '127.0.0.1', port: liar.port, maxConnections: 1 } });
    liar.answer = (asked, socket) => { setTimeout(() => socket.end(replyFrame(asked, done, '5001')), 150); };
    const before = liar.asked.length;
    const reports = await Promise.all([confirm(4_000, narrow), confirm(4_000, narrow), confirm(100, narrow)]);
    expect(reports.map((report) => (report?.kind === 'unknown' ? report.why : report?.kind))).to.deep.equal(['confirmed', 'confirmed', 'busy']);
    expect(liar.asked.length).to.equal(before + 2);
  });

  it('shows a slip only when every field of it can be read', async () => {
    liar.saying(slip, '5601');
    const found = await query();
    if (found.kind !== 'found') return expect.fail(JSON.stringify(found));
    expect(found.notice).to.deep.include({ payCode, busNo: '', region: '350400', totalAmount: fen(8000), lateFee: fen(0), state: 'unpaid', fillDay: '20260508', validUntil: '20260806', confirmation: undefined });
    expect(found.notice.items).to.deep.equal([{ itemCode: '103043211', nationalCode: '103043211', name: '登记费', quantity: 2, price: fen(4000), amount: fen(8000), measure: '件' }]);
    expect(mayBePaid(found.notice, fen(8000), noon).ok).to.equal(true);
    const changes = [
      { PayCode: '35040026300000000002' }, { PayCode: '1' }, { AdmDivCode: '' }, { AdmDivCode: '3504001' }, { PayStats: '9' }, { PayStats: '__proto__' }, { Amt: '80.001' }, { Amt: '-80' }, { Amt: '8e1' }, { Amt: '080' }, { DelayAmt: 'x' }, { BillDate: '20260231' }, { PayerName: '' },
      { ChgAgenName: 'x'.repeat(101) }, { PayInfo: '103043211|登记费|80.00#' }, { PayInfo: '103043211|登记费|80.00|件|0.5|1|#' }, { PayInfo: '|登记费|80.00|件|1|1|#' }, { PayInfo: '1|a|b|件|1#' }, { TraNoBus: 'B1' }, { TraNoBus: 'B1', CfmDate: '20260508', CfmTime: '9' },
    ];
    for (const change of changes) {
      liar.saying({ ...slip, ...change }, '5601');
      expect(await query(), JSON.stringify(change)).to.deep.equal({ kind: 'unknown', why: 'unreadable' });
    }
  });

  it('stops a payment whose amounts do not agree or whose items nobody tells, and not one that cannot be divided to the fen', async () => {
    const payable = async (change: object): Promise<boolean> => {
      liar.saying({ ...slip, ...change }, '5601');
      const found = await query();
      return found.kind === 'found' && mayBePaid(found.notice, fen(8000), noon).ok;
    };
    expect([await payable({ PayInfo: '' }), await payable({ DelayAmt: '1.00' }), await payable({ Amt: '80.01' }), await payable({ PayStats: '2' }), await payable({ PayStats: '3' }), await payable({ Hold2: '20260507' })]).to.deep.equal([false, false, false, false, false, false]);
    expect([await payable({ PayInfo: '103043211|登记费|80.00|件|3|1|#' }), await payable({ Hold2: '20260508' })]).to.deep.equal([true, true]);
  });

  it('is not asked for what cannot be a pay code', async () => {
    const before = liar.asked.length;
    expect(await province.queries.query({ payCode: '<x/>' }, 4_000)).to.deep.equal({ kind: 'not-found' });
    expect(liar.asked.length).to.equal(before);
  });

  it('never gets what it cannot carry: the refusal says which field, not what stands in it', async () => {
    const before = liar.asked.length;
    const payer = { name: '𠮷田商店', kind: 'person', certNo: undefined, mobile: undefined } as const;
    const issued = await province.issuing?.issue(aNoticeContent({ payer }), 4_000);
    expect(issued).to.deep.equal({ kind: 'refused', code: 'NOT_SENT', reason: '缴款人名称含有省系统字符集（GBK）不能表示的字符，没有发送' });
    expect((await province.pushing?.push(aPaymentNotice({ payer }), 'TONGJIAO', '', 4_000))?.kind).to.equal('refused');
    expect(await province.confirming?.confirm({ ...payment, payerName: payer.name }, 4_000)).to.deep.include({ kind: 'refused', code: 'NOT_SENT' });
    for (const changes of [{ name: '登记|费' }, { measure: '件#' }, { name: '长'.repeat(490) }]) {
      expect(await province.issuing?.issue(aNoticeContent({ items: [aNoticeItem(changes)] }), 4_000), JSON.stringify(changes).slice(0, 30)).to.deep.include({ kind: 'refused', code: 'NOT_SENT' });
    }
    expect(liar.asked.length).to.equal(before);
  });

  it('puts no script where a payer is sent', async () => {
    liar.saying({ OriMsgNo: '8994', Result: '00000', Information: 'javascript:alert(1)' }, '5001');
    expect(await province.pushing?.push(aPaymentNotice(), 'TONGJIAO', '', 4_000)).to.deep.equal({ kind: 'accepted', payUrl: undefined });
  });

  it('tells of an agreed state only what belongs to the slip that was asked for', async () => {
    const asking = made({ msgNo: { state: '8997' } });
    const both = (state: Record<string, string>): void => {
      liar.answer = (asked, socket) => { socket.end(replyFrame(asked, asked.msgNo === '8997' ? state : slip, asked.msgNo === '8997' ? '5997' : '5601')); };
    };
    both({ PayCode: payCode, PayStats: '1', TraNoBus: 'BANK-1', CfmDate: '20260508', CfmTime: '115900' });
    const found = await query(asking);
    expect(found.kind === 'found' && [found.notice.state, found.notice.confirmation]).to.deep.equal(['paid', { confirmCode: 'BANK-1', serialNo: 'BANK-1', at: noon - 60_000 }]);
    for (const [state, why] of [[{ PayCode: '35040026300000000002', PayStats: '1' }, 'unreadable'], [{ PayCode: payCode, PayStats: '9' }, 'unheard-word'], [{ PayCode: payCode, PayStats: '1', TraNoBus: 'B' }, 'unreadable']] as const) {
      both({ ...state });
      expect(await query(asking), JSON.stringify(state)).to.deep.include({ kind: 'unknown', why });
    }
    const withWord = made({ msgNo: { state: '8997' }, codes: { '00000': 'ok', 10001: 'not-found' } });
    liar.answer = (asked, socket) => {
      socket.end(asked.msgNo === '8997' ? replyFrame(asked, { OriMsgNo: '8997', Result: '10001', Information: '' }, '5001') : replyFrame(asked, slip, '5601'));
    };
    expect(await query(withWord), 'a slip that is there and is not').to.deep.equal({ kind: 'unknown', why: 'unreadable' });
  });
});
