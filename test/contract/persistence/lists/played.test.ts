import { expect } from 'chai';
import { dmPort, openDm } from '../../../../adapters/outbound/persistence/dm/open-dm.js';
import { openOracle, oraclePort } from '../../../../adapters/outbound/persistence/oracle/open-oracle.js';
import { FakeDmDriver } from '../../../support/played-database/dm-driver.js';
import { FakeOracleDriver } from '../../../support/played-database/oracle-driver.js';
import { HeardStatements } from '../../../support/sql-lint/heard-statements.js';
import { dmDialect, oracleDialect } from '../../../support/sql-lint/rules.js';
import { listsContract } from './lists.contract.js';

/** Fewer different statements than this would mean that the lists were not heard. */
const fewestStatements = 150;

describe('lists on DM, played by PostgreSQL in this process', function () {
  this.timeout(60_000);
  const heard = new HeardStatements(dmDialect);
  listsContract('a played DM', async () => {
    const driver = await FakeDmDriver.start();
    return openDm({ host: 'dm.invalid', port: dmPort, ...driver.newAccount(heard.hear) }, driver);
  });
  // In a block of its own, so that it comes after the others.
  describe('all their SQL', () => {
    it('is what DM is sure to take', () => {
      expect(heard.faults()).to.deep.equal([]);
      expect(heard.count).to.be.greaterThan(fewestStatements);
    });
  });
});

describe('lists on Oracle, played by PostgreSQL in this process', function () {
  this.timeout(60_000);
  const heard = new HeardStatements(oracleDialect);
  listsContract('a played Oracle', async () => {
    const driver = await FakeOracleDriver.start();
    return openOracle({ host: 'oracle.invalid', port: oraclePort, database: 'PLAYED', ...driver.newAccount(heard.hear) }, driver);
  });
  // In a block of its own, so that it comes after the others.
  describe('all their SQL', () => {
    it('is what Oracle is sure to take', () => {
      expect(heard.faults()).to.deep.equal([]);
      expect(heard.count).to.be.greaterThan(fewestStatements);
    });
  });
});
