import { expect } from 'chai';
import { businessDay, dayMs, longTime } from '../../../domain/kernel/china-time.js';
import { fen } from '../../../domain/kernel/money.js';
import { ProvinceDesk, there, timeoutMs } from './province-desk.js';
import type { ProvinceTown } from './province-town.js';

/** What the province tells of its own accord: paid messages and statements. */
export function provinceNewsContract(adapter: string, town: ProvinceTown): void {
  const desk = new ProvinceDesk(town);

  describe(`news of the province by ${adapter}`, function () {
    desk.inMocha();

    describe('paid messages', () => {
      const heardKinds = (): readonly unknown[] => town.heard.map((one) => ('paid' in one ? 'genuine' : one.why));

      it('tell of a payment in another channel and are answered so that the province understands', async () => {
        const { payCode } = await desk.issued();
        const before = (await town.deliveries(0)).length;
        await town.hearing();
        await town.control('pay-elsewhere', { payCode, serialNo: 'BANK-11', channel: '镕城银行' });
        const [heard] = town.heard;
        expect(heard !== undefined && 'paid' in heard && heard.paid).to.deep.include({ payCode, serialNo: 'BANK-11', amount: fen(8000), paymentChannel: '镕城银行', sourceSystem: town.dialect.sourceSystem });
        expect((await town.deliveries(before + 1)).slice(before)).to.deep.equal([town.dialect.answers.accepted]);
      });

      it('are refused in words while the platform has not stored them', async () => {
        const { payCode } = await desk.issued();
        const before = (await town.deliveries(0)).length;
        await town.hearing();
        town.stored = false;
        await town.control('pay-elsewhere', { payCode });
        expect((await town.deliveries(before + 1)).slice(before)).to.deep.equal([town.dialect.answers.refused]);
      });

      it(`may come twice${desk.can('confirming') ? ', may come before the answer to our confirmation' : ''}`, async () => {
        const { payCode } = await desk.issued();
        await town.hearing();
        await town.fault('paid-message', 'duplicate');
        if (desk.can('confirming')) {
          await town.fault('confirm', 'message-first');
          expect((await desk.confirming.confirm(desk.payment(payCode), timeoutMs)).kind).to.equal('confirmed');
        } else await desk.paidElsewhere(payCode);
        expect(heardKinds()).to.deep.equal(['genuine', 'genuine']);
        const [first, second] = town.heard;
        expect(first).to.deep.equal(second);
      });

      it('are not taken when played again or signed by a stranger', async () => {
        const [one, two] = [await desk.issued(), await desk.issued()];
        await town.hearing();
        await town.fault('paid-message', 'replay');
        await town.control('pay-elsewhere', { payCode: one.payCode });
        await town.fault('paid-message', 'bad-signature');
        await town.control('pay-elsewhere', { payCode: two.payCode });
        expect(heardKinds()).to.deep.equal(['genuine', ...town.dialect.replayHeard, 'signature']);
      });
    });

    // Asserted by the contract of capabilities.
    if (!desk.can('statements')) return;

    describe('statement', () => {
      const dayWithTwo = async (): Promise<{ readonly day: string; readonly payCodes: readonly string[] }> => {
        town.clock.advance(2 * dayMs);
        const payCodes = [(await desk.issued()).payCode, (await desk.issued()).payCode];
        for (const payCode of payCodes) await desk.confirming.confirm(desk.payment(payCode, { paymentChannel: '镕城银行' }), timeoutMs);
        return { day: businessDay(town.clock.now()), payCodes };
      };
      const reading = async (day: string, from = desk.statements) => {
        const file = await from.fetch(day, timeoutMs);
        return file.kind === 'file' ? from.read(day, file.bytes) : file;
      };

      it('holds what was confirmed on its day, in either charset and under either digest', async () => {
        const { day, payCodes } = await dayWithTwo();
        for (const [charset, digest] of [['utf-8', 'sha256'], ['gbk', 'sm3']] as const) {
          await town.control('switches', { charset });
          const read = await reading(day, there(town.provinceWith({ statement: { charset, digest } }).statements));
          if (read.kind !== 'read') return expect.fail(JSON.stringify(read));
          expect(read.lines.map(({ payCode }) => payCode)).to.deep.equal(payCodes);
          expect(read.lines[0]).to.deep.include({ serialNo: `P-${payCodes[0]}`, unitCode: '350400001', amount: fen(8000), paymentChannel: '镕城银行', state: 'paid' });
          expect(longTime(read.lines[0]?.confirmedAt ?? 0).slice(0, 8)).to.equal(day);
          expect([read.total, read.odd.length]).to.deep.equal([16000n, 0]);
        }
      });

      it('may lack a line or have one too many, and says so by its lines', async () => {
        const { day, payCodes } = await dayWithTwo();
        await town.fault('statement', 'missing-line');
        const missing = await reading(day);
        expect(missing.kind === 'read' && missing.lines.map(({ payCode }) => payCode)).to.deep.equal(payCodes.slice(1));
        await town.fault('statement', 'extra-line');
        const extra = await reading(day);
        expect(extra.kind === 'read' && extra.lines.map(({ serialNo }) => serialNo)).to.include('STRANGER-1');
      });

      it('is not believed when its sum or its digest is wrong', async () => {
        const { day } = await dayWithTwo();
        await town.fault('statement', 'wrong-sum');
        expect(await reading(day)).to.deep.include({ kind: 'damaged', why: 'sum-differs' });
        await town.fault('statement', 'wrong-digest');
        expect(await reading(day)).to.deep.include({ kind: 'unknown', why: 'unreadable' });
      });

      it('keeps a line that cannot be read', async () => {
        const { day } = await dayWithTwo();
        await town.fault('statement', 'garbled-line');
        const read = await reading(day);
        expect(read.kind === 'read' && [read.lines.length, read.odd.map(({ lineNo, why }) => `${lineNo} ${why}`)]).to.deep.equal([1, ['2 缴款码不合格式']]);
      });

      it('may not be there yet', async () => {
        await town.fault('statement', 'not-ready');
        expect(await desk.statements.fetch(businessDay(town.clock.now()), timeoutMs)).to.deep.equal({ kind: 'not-ready' });
      });
    });
  });
}
