import { expect } from 'chai';
import { fen } from '../../../domain/kernel/money.js';
import { mayBePaid } from '../../../domain/payment-notices/judge-notice.js';
import { ProvinceDesk, shortMs, timeoutMs } from './province-desk.js';
import type { ProvinceTown } from './province-town.js';

/** What a confirmation means, and that nothing is paid by an answer that cannot be believed (1.1.7.2.2-d). */
export function confirmingContract(adapter: string, town: ProvinceTown): void {
  const desk = new ProvinceDesk(town);
  // Asserted by the contract of capabilities.
  if (!desk.can('confirming')) return;

  describe(`confirming payments by ${adapter}`, function () {
    desk.inMocha();

    it('confirms a payment once, however often it is told', async () => {
      const { payCode } = await desk.issued();
      const payment = desk.payment(payCode);
      const first = await desk.confirming.confirm(payment, timeoutMs);
      expect(first.kind).to.equal('confirmed');
      expect(await desk.confirming.confirm(payment, timeoutMs)).to.deep.equal(first);
      const found = await desk.query(payCode);
      expect(found.kind === 'found' && found.notice).to.deep.include({ state: 'paid', confirmation: { confirmCode: first.kind === 'confirmed' ? first.confirmCode : '', serialNo: `P-${payCode}`, at: payment.paidAt } });
    });

    it('takes "already confirmed" for success when the province names our own payment', async () => {
      await town.control('switches', { repeatedConfirm: 'error' });
      const { payCode } = await desk.issued();
      await town.fault('confirm', 'timeout-after');
      expect((await desk.confirming.confirm(desk.payment(payCode), shortMs)).kind).to.equal('unknown');
      const report = await desk.confirming.confirm(desk.payment(payCode), timeoutMs);
      expect(report.kind === 'confirmed-before' && report.confirmation.serialNo).to.equal(`P-${payCode}`);
    });

    it('takes "already confirmed" for a second payment when the province names another one', async () => {
      const { payCode } = await desk.issued();
      await town.control('pay-elsewhere', { payCode, serialNo: 'BANK-9' });
      const report = await desk.confirming.confirm(desk.payment(payCode), timeoutMs);
      expect(report.kind === 'paid-by-other' && report.confirmation.serialNo).to.equal('BANK-9');
    });

    it('leaves it open when the question after "already confirmed" has no answer', async () => {
      const { payCode } = await desk.issued();
      await town.control('pay-elsewhere', { payCode });
      await town.fault('query', 'timeout-before');
      expect(await desk.confirming.confirm(desk.payment(payCode), 2 * shortMs)).to.deep.equal({ kind: 'unknown', why: 'timeout' });
    });

    it('does not confirm another amount', async () => {
      const { payCode } = await desk.issued();
      expect((await desk.confirming.confirm(desk.payment(payCode, { amount: fen(8001) }), timeoutMs)).kind).to.equal('refused');
      expect(await desk.stateOf(payCode)).to.equal('unpaid');
    });

    describe('answers that cannot be believed', () => {
      const troubles: readonly (readonly [fault: string, why: string, settings?: object])[] = [
        ['bad-signature', 'unsigned'], ['garbage', 'unreadable'], ['other-slip', 'unreadable'], ['error-code', 'unheard-word', { code: 'X7777' }], ['error-code', 'busy', { code: 'E0007' }],
      ];
      for (const [fault, why, settings] of troubles) {
        it(`are unknown and neither confirm nor lose a payment: ${fault} ${why}`, async () => {
          await desk.issued();
          const { payCode } = await desk.issued();
          await town.fault('confirm', fault, settings);
          expect(await desk.confirming.confirm(desk.payment(payCode), timeoutMs)).to.deep.include({ kind: 'unknown', why });
          await town.fault('query', fault, settings);
          expect(await desk.query(payCode)).to.deep.include({ kind: 'unknown', why });
          const unpaid = await desk.issued();
          await town.fault('void', fault, settings);
          expect(await desk.voiding.void(unpaid.payCode, '开错', 'op1', timeoutMs)).to.deep.include({ kind: 'unknown', why });
        });
      }

      it('include a wrong amount, which stops the payment', async () => {
        const { payCode } = await desk.issued();
        await town.fault('query', 'wrong-amount');
        const found = await desk.query(payCode);
        expect(found.kind === 'found' && mayBePaid(found.notice, fen(8000), town.clock.now()).ok).to.equal(false);
      });
    });
  });
}
