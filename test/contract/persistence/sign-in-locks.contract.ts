import { expect } from 'chai';
import { goodPassword, OperatorTown, place } from '../../unit/application/operators/operator-town.js';
import type { Open, Opened } from './opened.js';

const wrong = 'Regen-und-Schirm-88';
const captcha = 'aB3kP';

/** AUTH-04 on a store that many use at once. */
export function signInLocksContract(adapter: string, open: Open): void {
  describe(`locks of accounts on ${adapter}`, () => {
    let store: Opened;
    let town: OperatorTown;
    beforeEach(async () => {
      store = await open();
      town = new OperatorTown(store);
      for (const { operator, activationCode } of await town.desk.firstOfficers.run()) await town.arrive(operator.account, activationCode);
    });
    afterEach(() => store.close());
    const verified = (): number => town.hashed.filter((what) => what === 'verify').length;

    it('looks at no more than five of fifty wrong passwords at once, and then not at the right one', async () => {
      // So that each of the fifty is shown a picture, and none is turned away for want of one.
      for (let tries = 0; tries < 3; tries++) expect(await town.tryPassword('sysadmin', wrong, { captcha })).to.equal('failed');
      const tries = await Promise.all(Array.from({ length: 50 }, () => town.tryPassword('sysadmin', wrong, { captcha }).catch((error: Error) => error.name)));
      expect([...new Set(tries)].filter((one) => one !== 'failed' && one !== 'ConcurrentChange')).to.deep.equal([]);
      expect(verified()).to.be.at.most(5);
      while (verified() < 5) expect(await town.tryPassword('sysadmin', wrong, { captcha })).to.equal('failed');
      town.hashed.length = 0;
      expect(await town.tryPassword('sysadmin', goodPassword, { captcha })).to.equal('failed');
      expect(town.hashed).to.deep.equal(['spend']);
      expect(await town.tryPassword('secadmin', goodPassword, { captcha }), 'nobody else is locked').to.have.property('next', 'totp');
    });

    it('lets whoever was locked in again once the security officer has unlocked the account', async () => {
      const bySecurity = { ...place, by: await store.unitOfWork.read(({ operators }) => operators.byAccount('secadmin')) ?? expect.fail('no officer') };
      for (let tries = 0; tries < 5; tries++) await town.tryPassword('sysadmin', wrong, { captcha });
      expect(await town.tryPassword('sysadmin', goodPassword, { captcha }), 'locked').to.equal('failed');
      expect((await town.desk.operators.unlock(bySecurity, await store.unitOfWork.read(async ({ operators }) => (await operators.byAccount('sysadmin'))?.operatorNo ?? ''))).ok).to.equal(true);
      expect(await town.tryPassword('sysadmin', goodPassword, { captcha })).to.have.property('next', 'totp');
    });
  });
}
