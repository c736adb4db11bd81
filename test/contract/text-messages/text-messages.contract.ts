import { expect } from 'chai';
import type { TextMessages } from '../../../application/ports/text-messages.js';
import { hourMs, secondMs } from '../../../domain/kernel/china-time.js';
import { renderText } from '../../../domain/text-messages/render.js';
import type { ReportAbout } from '../../../domain/text-messages/reports.js';
import { pushToken } from '../../builders/cloud-mas-settings.js';
import { until } from '../../unit/inbound/workshop.js';
import { openTextPlatform, type TextPlatform } from './text-platform.js';

export interface OpenedTextMessages { readonly texts: TextMessages; close(): Promise<void> }

const timeoutMs = 3000;
const phone = (ending: string): string => `1380000${ending}`;
const paid = () => {
  const text = renderText('PAY_SUCCESS', { item: '学费', amount: '80.00', payCode: '350404263000000001' });
  if (!text.ok) throw new Error(text.refusal.code);
  return text.value;
};

/** What every platform for text messages does for us; played by the simulator over real sockets (1.1.7.2.1-b to -f). Batches are of two phones. */
export function textMessagesContract(adapter: string, open: (platformUrl: string) => OpenedTextMessages): void {
  describe(`text messages by ${adapter}`, () => {
    let platform: TextPlatform;
    let opened: OpenedTextMessages;
    beforeEach(async () => {
      platform = await openTextPlatform();
      opened = open(platform.simulator.platformUrl);
    });
    afterEach(async () => {
      await opened.close();
      await platform.close();
    });

    const send = (...phones: readonly string[]) => opened.texts.sending.sendTemplate('PAY_SUCCESS', paid(), phones, timeoutMs);
    const groupOf = async (to: string): Promise<string> => {
      const [batch] = await send(to);
      if (batch?.report.kind !== 'submitted') throw new Error('not submitted');
      return batch.report.groupNo;
    };
    /** All that was pushed up to now, as the adapter reads it. */
    const pushed = (): readonly ReportAbout[] => platform.reports().flatMap((push) => {
      const read = opened.texts.pushes.readReports(push);
      if (read.kind === 'refused') throw new Error(read.why);
      return read.reports;
    });
    const kinds = (): readonly string[] => pushed().map(({ report }) => report.kind);

    it('brings a template to the phone as we render it', async () => {
      await groupOf(phone('1000'));
      const [text] = await platform.texts();
      expect(text).to.include({ mobile: phone('1000'), text: `【三明财政】${paid().text}` });
    });

    it('brings a free text to the phone', async () => {
      const [batch] = await opened.texts.sending.sendFreeText('系统今晚维护', [phone('1000')], timeoutMs);
      expect(batch?.report.kind).to.equal('submitted');
      expect((await platform.texts())[0]).to.include({ text: '【三明财政】系统今晚维护' });
    });

    it('sends many phones in batches with a group each, and none to nobody', async () => {
      const phones = ['1000', '1001', '1002', '1003', '1004'].map(phone);
      const batches = await send(...phones);
      expect(batches.map((batch) => batch.phones)).to.deep.equal([phones.slice(0, 2), phones.slice(2, 4), phones.slice(4)]);
      expect(new Set(batches.map(({ report }) => (report.kind === 'submitted' ? report.groupNo : ''))).size).to.equal(3);
      expect((await platform.texts()).map(({ mobile }) => mobile).sort()).to.deep.equal(phones);
      expect(await send()).to.deep.equal([]);
    });

    it('begins no further batch after one that was not answered', async () => {
      const batches = await opened.texts.sending.sendTemplate('PAY_SUCCESS', paid(), ['1000', '1001', '0009', '1002', '1003', '1004'].map(phone), timeoutMs);
      expect(batches.map(({ report }) => report.kind)).to.deep.equal(['submitted', 'unknown', 'not-sent']);
      expect((await platform.texts()).map(({ mobile }) => mobile)).to.not.include(phone('1003'));
    });

    it('is a fault of the caller where a phone is told twice, is none, or are too many', async () => {
      const many = Array.from({ length: 5001 }, (_, n) => `138${String(n).padStart(8, '0')}`);
      for (const phones of [[phone('1000'), phone('1000')], ['1380000100'], many]) {
        expect(await send(...phones).then(() => undefined, (fault: unknown) => fault)).to.be.instanceOf(RangeError);
      }
      expect(await platform.texts()).to.deep.equal([]);
    });

    for (const [ending, code] of [['0101', 'IllegalMac'], ['0102', 'InvalidMessage'], ['0103', 'InvalidUsrOrPwd'], ['0104', 'NoSignId'], ['0105', 'IllegalSignId'], ['0106', 'TooManyMobiles'], ['0107', 'InvalidMobile'], ['0108', 'DupMobile'], ['0109', 'SystemBusy']] as const) {
      it(`is refused with ${code}`, async () => {
        expect(await send(phone(ending))).to.deep.equal([{ phones: [phone(ending)], report: { kind: 'refused', code, retryable: false } }]);
      });
    }

    it('may be tried again after the platform was too busy to look', async () => {
      expect((await send(phone('0008')))[0]?.report).to.deep.equal({ kind: 'refused', code: 'busy', retryable: true });
      expect(await platform.texts()).to.deep.equal([]);
    });

    for (const [ending, why, patienceMs] of [['0003', 'timeout', 200], ['0009', 'cut-off', timeoutMs], ['0010', 'unreadable', timeoutMs], ['0011', 'unreadable', timeoutMs]] as const) {
      it(`is unknown, and goes out all the same, when the answer is lost (${why}, ${ending})`, async () => {
        const [batch] = await opened.texts.sending.sendTemplate('PAY_SUCCESS', paid(), [phone(ending)], patienceMs);
        expect(batch?.report).to.deep.equal({ kind: 'unknown', why });
        expect(await platform.texts()).to.have.length(1);
      });
    }

    it('certainly was not sent where nobody listens', async () => {
      await platform.simulator.close();
      expect((await send(phone('1000')))[0]?.report).to.deep.equal({ kind: 'not-sent', why: 'unreachable' });
    });

    it('tells of delivery by group and phone', async () => {
      const groupNo = await groupOf(phone('0000'));
      platform.clock.advance(secondMs);
      await until(() => kinds().includes('delivered'));
      const report = pushed().find((about) => about.report.kind === 'delivered');
      expect(report).to.include({ groupNo, phone: phone('0000') });
    });

    it('tells why a text failed', async () => {
      await groupOf(phone('0001'));
      platform.clock.advance(secondMs);
      await until(() => kinds().includes('failed'));
      expect(pushed()[0]?.report).to.include({ kind: 'failed', code: 'CM:8003' });
    });

    for (const [ending, code] of [['0002', 'CM:0000'], ['0006', 'XX:0042'], ['0007', 'GW:9999']] as const) {
      it(`says nothing definite with ${code}`, async () => {
        await groupOf(phone(ending));
        platform.clock.advance(100 * hourMs);
        await until(() => pushed().some(({ report }) => report.kind === 'no-word' && report.code === code));
        expect(kinds()).to.not.include.members(['delivered']).and.not.include.members(['failed']);
      });
    }

    it('tells late, and tells twice', async () => {
      await groupOf(phone('0004'));
      await groupOf(phone('0005'));
      platform.clock.advance(2 * secondMs);
      await until(() => pushed().filter(({ report, phone: to }) => report.kind === 'delivered' && to === phone('0005')).length === 2);
      expect(pushed().some(({ report, phone: to }) => report.kind === 'delivered' && to === phone('0004'))).to.equal(false);
      platform.clock.advance(24 * hourMs);
      await until(() => pushed().some(({ report, phone: to }) => report.kind === 'delivered' && to === phone('0004')));
    });

    it('answers what became of a group, once there is something to say', async () => {
      const query = opened.texts.queries;
      if (query === undefined) throw new Error('cannot be asked');
      const groupNo = await groupOf(phone('0001'));
      expect(await query.query(groupNo, [], timeoutMs)).to.deep.equal({ kind: 'answered', reports: [] });
      platform.clock.advance(secondMs);
      await until(() => pushed().length === 1);
      const answer = await query.query(groupNo, [phone('0001')], timeoutMs);
      expect(answer.kind === 'answered' && answer.reports.map((about) => [about.groupNo, about.phone, about.report.kind])).to.deep.equal([[groupNo, phone('0001'), 'failed']]);
      expect(await query.query(groupNo, [phone('0002')], timeoutMs)).to.deep.equal({ kind: 'answered', reports: [] });
      expect(await query.query('no-such-group', [], timeoutMs)).to.deep.equal({ kind: 'answered', reports: [] });
    });

    it('knows nothing of a group where nobody answers', async () => {
      await platform.simulator.close();
      expect(await opened.texts.queries?.query('0101', [], timeoutMs)).to.deep.equal({ kind: 'unknown', why: 'unreachable' });
    });

    it('brings us what a phone writes', async () => {
      expect(await platform.control('inbound', { apId: 'smfs', mobile: phone('1000'), smsContent: ' ｔｄ ', addSerial: '01' })).to.deep.equal({ status: 200, body: { status: 200 } });
      const [push] = platform.arrived;
      const read = push && opened.texts.pushes.readInbound(push);
      if (read?.kind !== 'taken') throw new Error('refused');
      expect(read.texts.map(({ phone: from, content, extension }) => [from, content, extension])).to.deep.equal([[phone('1000'), ' ｔｄ ', '01']]);
    });

    it('refuses a push that came to another address', async () => {
      await groupOf(phone('0002'));
      await until(() => platform.arrived.length === 1);
      const [push] = platform.arrived;
      if (push === undefined) throw new Error('nothing came');
      expect(opened.texts.pushes.readReports({ ...push, token: `${pushToken}0` })).to.deep.equal({ kind: 'refused', why: 'token' });
    });
  });
}
