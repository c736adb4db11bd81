import { expect } from 'chai';
import { maxPushBytes, textPushes } from '../../../adapters/outbound/text-messages/cloud-mas/pushes.js';
import type { PushedText } from '../../../application/ports/text-messages.js';
import { cloudMasSettings, pushToken } from '../../builders/cloud-mas-settings.js';
import { RecordingJournal } from '../application/recording-journal.js';

const report = { reportStatus: 'DELIVRD', mobile: '13800000001', submitDate: '2026-11-03 10:00:00', receiveDate: '2026-11-03 10:00:05', errorCode: 'DELIVRD', msgGroup: '0101' };
const receivedAt = Date.UTC(2026, 10, 3, 2, 0, 5);
const delivered = (phone: string) => ({ groupNo: '0101', phone, report: { kind: 'delivered', at: receivedAt } });

describe('pushes of the text message platform', () => {
  const journal = new RecordingJournal();
  const pushes = textPushes({ settings: cloudMasSettings({ pushNetworks: ['127.0.0.1/32', '2001:db8::/32'] }), journal, http: { send: () => Promise.reject(new Error('not called')) } });
  const push = (body: unknown, differences: Partial<PushedText> = {}): PushedText =>
    ({ token: pushToken, sourceAddress: '127.0.0.1', body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)), ...differences });

  beforeEach(() => { journal.events.length = 0; });

  it('tell of one phone or of many', () => {
    expect(pushes.readReports(push(report))).to.deep.equal({ kind: 'taken', reports: [delivered('13800000001')], unreadable: 0 });
    const { mobile, ...rest } = report;
    for (const mobiles of [[mobile, '13800000002'], `${mobile},13800000002`]) {
      expect(pushes.readReports(push([{ ...rest, mobiles }]))).to.deep.equal({ kind: 'taken', reports: [delivered(mobile), delivered('13800000002')], unreadable: 0 });
    }
  });

  it('are counted once where they repeat themselves', () => {
    const read = pushes.readReports(push([report, report, { ...report, receiveDate: '2026-11-03 10:00:09' }]));
    expect(read.kind === 'taken' && read.reports).to.have.length(1);
  });

  it('keep what is readable beside what is not', () => {
    const bad = [null, 7, [], {}, { ...report, mobile: '12' }, { ...report, msgGroup: '../x' }, { ...report, mobile: { $ne: 1 } }, { ...report, reportStatus: 'x y', errorCode: undefined }];
    expect(pushes.readReports(push([...bad, report]))).to.deep.equal({ kind: 'taken', reports: [delivered('13800000001')], unreadable: bad.length });
    expect(journal.events).to.deep.equal([{ level: 'warn', event: 'text-push-unreadable', fields: { entries: bad.length } }]);
  });

  it('do not lose a report for its time', () => {
    for (const receiveDate of ['2026-02-30 10:00:00', 'yesterday', 7, undefined]) {
      expect(pushes.readReports(push({ ...report, receiveDate }))).to.deep.equal({ kind: 'taken', reports: [{ ...delivered('13800000001'), report: { kind: 'delivered', at: undefined } }], unreadable: 0 });
    }
  });

  it('write a code never heard into the journal, with a masked phone', () => {
    const read = pushes.readReports(push({ ...report, reportStatus: 'XX:0042', errorCode: 'XX:0042' }));
    expect(read).to.deep.include({ reports: [{ groupNo: '0101', phone: '13800000001', report: { kind: 'no-word', code: 'XX:0042' } }] });
    expect(journal.events).to.deep.equal([{ level: 'info', event: 'text-report-without-word', fields: { code: 'XX:0042', phone: '138****0001' } }]);
  });

  it('tell of texts that phones sent', () => {
    const text = { mobile: '+8613800000001', smsContent: 'TD', sendTime: '2026-11-03 10:00:05', addSerial: '01' };
    expect(pushes.readInbound(push([text, { ...text, smsContent: 'a\r\nb', sendTime: undefined, addSerial: undefined }]))).to.deep.equal({
      kind: 'taken', unreadable: 0,
      texts: [{ phone: '13800000001', content: 'TD', sentAt: receivedAt, extension: '01' }, { phone: '13800000001', content: 'a  b', sentAt: undefined, extension: '' }],
    });
    const bad = [{ ...text, smsContent: 'x'.repeat(1001) }, { ...text, mobile: '13800000001,13800000002' }, { ...text, addSerial: '<b>' }, { ...text, smsContent: 7 }];
    expect(pushes.readInbound(push(bad))).to.deep.equal({ kind: 'taken', texts: [], unreadable: 4 });
  });

  it('are refused with a wrong token or from elsewhere, and the answer tells nothing', () => {
    for (const token of ['', pushToken.slice(1), `${pushToken}x`, pushToken.toLowerCase()]) {
      expect(pushes.readReports(push(report, { token }))).to.deep.equal({ kind: 'refused', why: 'token' });
      expect(pushes.readInbound(push(report, { token }))).to.deep.equal({ kind: 'refused', why: 'token' });
    }
    for (const sourceAddress of ['127.0.0.2', '', 'localhost', '2001:db9::1', '127.0.0.1 ']) {
      expect(pushes.readReports(push(report, { sourceAddress }))).to.deep.equal({ kind: 'refused', why: 'source' });
    }
    expect(pushes.refused).to.deep.equal({ status: 404, body: '' });
    expect(JSON.stringify(journal.events)).to.not.include(pushToken).and.not.include('13800000001');
  });

  it('come from an address in whatever way it is written', () => {
    for (const sourceAddress of ['::ffff:127.0.0.1', '2001:db8::5']) expect(pushes.readReports(push(report, { sourceAddress })).kind).to.equal('taken');
  });

  const hostile: readonly (readonly [string, string | Uint8Array, string])[] = [
    ['nothing', '', 'unreadable'], ['no JSON', '{', 'unreadable'], ['a text', '"x"', 'unreadable'], ['a nest of brackets', '['.repeat(200_000), 'unreadable'],
    ['bytes that are no UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), 'unreadable'], ['too many entries', JSON.stringify(Array(1001).fill({})), 'unreadable'],
    ['too many bytes', ' '.repeat(maxPushBytes + 1), 'too-large'],
    ['phones for each of many entries', JSON.stringify(Array(10).fill({ ...report, mobile: Array(1000).fill('13800000001') })), 'too-large'],
  ];
  for (const [what, body, why] of hostile) {
    it(`are refused with ${what}`, () => expect(pushes.readReports(push('', { body: Buffer.from(body) }))).to.deep.equal({ kind: 'refused', why }));
  }
});
