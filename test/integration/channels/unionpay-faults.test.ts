import { expect } from 'chai';
import { withBothMethods } from './unionpay-city.js';

withBothMethods('UnionPay channel: faults', (city) => {
  for (const fault of ['unsigned', 'bad-signature', 'wrong-cn', 'expired-leaf', 'self-signed', 'foreign-chain', 'other-merchant', 'version-5.0.0', 'sign-method-11']) {
    it(`an answer and a notification that are ${fault} are not believed`, async () => {
      const attempt = city.newAttempt('bar');
      await city.fault('notify', fault);
      await city.charge(attempt, '00');
      expect(await city.hear(attempt)).to.include({ genuine: false });
      await city.fault('query', fault);
      expect(await city.query(attempt)).to.include({ kind: 'unknown', why: 'unsigned' });
      expect(city.journal).to.have.length(2);
      expect(await city.query(attempt)).to.include({ kind: 'paid' });
    });
  }
  it('a notification with another amount, genuinely signed, shows that amount', async () => {
    const attempt = city.newAttempt('bar');
    await city.fault('notify', 'tampered-amount');
    await city.charge(attempt, '00');
    expect(await city.hear(attempt)).to.have.nested.property('payment.amount', 12_346n);
  });
  for (const [fault, why] of [['http-500', 'unreadable'], ['empty-body', 'unreadable'], ['drop-after', 'unreadable']] as const) {
    it(`a query that meets ${fault} says nothing`, async () => {
      await city.fault('query', fault);
      expect(await city.query(city.newAttempt('bar'))).to.include({ kind: 'unknown', why });
    });
  }
  it('a query that hangs ends at its time limit', async () => {
    await city.fault('query', 'hang');
    expect(await city.channel.queries.query(city.account, city.newAttempt('bar'), 200)).to.include({ kind: 'unknown', why: 'timeout' });
  });
  for (const [told, short] of [['03', 'unknown'], ['04', 'unknown'], ['05', 'unknown'], ['34', 'not-found'], ['37', 'unknown'], ['42', 'charged-in-error'], ['A6', 'paid']] as const) {
    it(`a query that tells ${told} is reported as ${short}`, async () => {
      const attempt = city.newAttempt('bar');
      await city.charge(attempt, '00');
      await city.fault('query', told);
      expect(await city.query(attempt)).to.include({ kind: short });
    });
  }
});
