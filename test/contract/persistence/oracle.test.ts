import { expect } from 'chai';
import { openOracle, oraclePort } from '../../../adapters/outbound/persistence/oracle/open-oracle.js';
import { CommitUnknown, type SqlEngine } from '../../../adapters/outbound/persistence/sql/engine.js';
import type { PlayedAccount } from '../../support/played-database/accounts.js';
import { FakeOracleDriver } from '../../support/played-database/oracle-driver.js';
import { HeardStatements } from '../../support/sql-lint/heard-statements.js';
import { oracleDialect } from '../../support/sql-lint/rules.js';
import { allContracts } from './all-contracts.js';
import { auditTamperingContract } from './audit-tampering.contract.js';
import { operatorTamperingContract } from './operator-tampering.contract.js';
import { auditKeysContract } from './audit-keys.contract.js';
import { indexKeysContract } from './index-keys.contract.js';
import { keyWalkContract } from './key-walk.contract.js';
import { signedHeadsContract } from './signed-heads.contract.js';
import { directoryTamperingContract } from './directory-tampering.contract.js';
import { rowJournalTamperingContract } from './row-journal-tampering.contract.js';
import { rowTamperingContract } from './row-tampering.contract.js';
import { anOrder } from './builders.js';
import { contractsOnServer, partsOf } from './on-a-server.js';
import { faultOf, openOn, type OpenedEngine } from './opened.js';

/** Fewer different statements than this would mean that the contracts were not heard. */
const fewestStatements = 80;

describe('Oracle, played by PostgreSQL in this process', function () {
  this.timeout(60_000);
  let driver: FakeOracleDriver;
  let account: PlayedAccount;
  const heard = new HeardStatements(oracleDialect);
  before(async () => {
    driver = await FakeOracleDriver.start();
    account = driver.newAccount(heard.hear);
  });
  const open = (given: PlayedAccount, schema?: string): SqlEngine => openOracle({ host: 'oracle.invalid', port: oraclePort, database: 'ORCLPDB1', schema, ...given }, driver);

  allContracts('a played Oracle', async () => {
    await driver.empty(account);
    return openOn(open(account));
  });

  describe('beside the contracts', () => {
    it('gets only SQL of the few forms that Oracle is sure to take', () => {
      expect(heard.faults()).to.deep.equal([]);
      expect(heard.count).to.be.greaterThan(fewestStatements);
    });

    it('says that a unit may or may not be stored when the line is lost at commit', async () => {
      for (const fault of ['lost-before-commit', 'lost-after-commit'] as const) {
        await driver.empty(account);
        const store = await openOn(open(account));
        driver.fail(fault);
        const error = await faultOf(store.unitOfWork.run(({ orders }) => orders.add(anOrder())));
        expect(error).to.be.instanceOf(CommitUnknown);
        const found = await store.unitOfWork.read(({ orders }) => orders.byNo(anOrder().platformOrderNo));
        expect(found === undefined).to.equal(fault === 'lost-before-commit');
        await store.close();
      }
      expect(driver.openConnections).to.equal(0);
    });

    it('sees the tables of another schema when the account owns none', async () => {
      const runtime = driver.newAccount();
      for (const [engine, sees] of [[open(runtime), false], [open(runtime, account.user), true]] as const) {
        expect(await engine.writer.schema.hasTable('pay_order')).to.equal(sees);
        expect(await engine.hasIndex('pay_order', 'pay_order_biz_uq')).to.equal(sees);
        await engine.close();
      }
    });

    it('tells what the server is, and finds nothing wrong with a good one', async () => {
      const engine = open(account);
      const { banner, nowMs, settings, flaws } = await engine.facts();
      expect(banner).to.match(/^Oracle Database 19c/);
      expect(Math.abs((nowMs ?? 0) - Date.now())).to.be.lessThan(5000);
      expect(settings).to.deep.include({ NLS_CHARACTERSET: 'AL32UTF8', DATABASE_ROLE: 'PRIMARY', COMPARES_CASE: '1', BYTES_OF_RARE_CHARACTER: '4' });
      expect(flaws).to.deep.equal([]);
      await engine.close();
    });
  });

  // The attacker's statements are his own.
  let attackers: PlayedAccount;
  before(() => { attackers = driver.newAccount(); });
  const attacked = async (): Promise<OpenedEngine> => {
    await driver.empty(attackers);
    return { engine: open(attackers), remove: () => undefined };
  };
  auditTamperingContract('a played Oracle', attacked);
  operatorTamperingContract('a played Oracle', attacked);
  rowTamperingContract('a played Oracle', attacked);
  rowJournalTamperingContract('a played Oracle', attacked);
  directoryTamperingContract('a played Oracle', attacked, 1);
  signedHeadsContract('a played Oracle', attacked);
  keyWalkContract('a played Oracle', attacked);
  indexKeysContract('a played Oracle', attacked);
  auditKeysContract('a played Oracle', attacked);
});

contractsOnServer('Oracle', 'ORACLE_URL', (address) => openOracle({
  ...partsOf(address, oraclePort), database: address.pathname.slice(1), schema: address.searchParams.get('schema') ?? undefined,
}));
