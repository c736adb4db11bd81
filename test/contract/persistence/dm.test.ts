import { expect } from 'chai';
import { dmPort, openDm } from '../../../adapters/outbound/persistence/dm/open-dm.js';
import type { SqlEngine } from '../../../adapters/outbound/persistence/sql/engine.js';
import type { PlayedAccount } from '../../support/played-database/accounts.js';
import { FakeDmDriver } from '../../support/played-database/dm-driver.js';
import { HeardStatements } from '../../support/sql-lint/heard-statements.js';
import { dmDialect } from '../../support/sql-lint/rules.js';
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
import { contractsOnServer, partsOf } from './on-a-server.js';
import { openOn, type OpenedEngine } from './opened.js';

/** Fewer different statements than this would mean that the contracts were not heard. */
const fewestStatements = 80;

describe('DM, played by PostgreSQL in this process', function () {
  this.timeout(60_000);
  let driver: FakeDmDriver;
  let account: PlayedAccount;
  const heard = new HeardStatements(dmDialect);
  before(async () => {
    driver = await FakeDmDriver.start();
    account = driver.newAccount(heard.hear);
  });
  const open = (given: PlayedAccount): SqlEngine => openDm({ host: 'dm.invalid', port: dmPort, ...given }, driver);

  allContracts('a played DM', async () => {
    await driver.empty(account);
    return openOn(open(account));
  });

  describe('all SQL of these contracts', () => {
    it('is of the few forms that DM is sure to take', () => {
      expect(heard.faults()).to.deep.equal([]);
      expect(heard.count).to.be.greaterThan(fewestStatements);
    });
  });

  // The attacker's statements are his own.
  let attackers: PlayedAccount;
  before(() => { attackers = driver.newAccount(); });
  const attacked = async (): Promise<OpenedEngine> => {
    await driver.empty(attackers);
    return { engine: open(attackers), remove: () => undefined };
  };
  auditTamperingContract('a played DM', attacked);
  operatorTamperingContract('a played DM', attacked);
  rowTamperingContract('a played DM', attacked);
  rowJournalTamperingContract('a played DM', attacked);
  directoryTamperingContract('a played DM', attacked, 1);
  signedHeadsContract('a played DM', attacked);
  keyWalkContract('a played DM', attacked);
  indexKeysContract('a played DM', attacked);
  auditKeysContract('a played DM', attacked);
});

contractsOnServer('DM', 'DM_URL', (address) => openDm({ ...partsOf(address, dmPort), schema: address.searchParams.get('schema') ?? undefined }));
