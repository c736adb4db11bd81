import { expect } from 'chai';
import { inTown } from './town.js';

describe('an integrator who reads the interface description', function suite() {
  this.timeout(60_000);
  const town = inTown();

  for (const address of ['/docs', '/docs/']) {
    it(`finds the gateway and its fields at ${address}`, async () => {
      const person = await town.person('pc');
      await person.page.goto(`${town.city().baseUrl}${address}`);
      await person.page.getByText('/gateway', { exact: true }).waitFor();
      expect(await person.page.getByText('公共请求参数').count()).to.be.greaterThan(0);
      await person.shows(`docs${address.length}`);
    });
  }
});
