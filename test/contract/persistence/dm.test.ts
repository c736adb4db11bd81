import { dmPort, openDm } from '../../../adapters/outbound/persistence/dm/open-dm.js';
import type { SqlEngine } from '../../../adapters/outbound/persistence/sql/engine.js';
import { FakeDmDriver, type FakeDmAccount } from '../../support/fake-dm/driver.js';
import { allContracts } from './all-contracts.js';
import { auditTamperingContract } from './audit-tampering.contract.js';
import { contractsOnServer, partsOf } from './on-a-server.js';
import { openOn } from './opened.js';

describe('DM, played by PostgreSQL in this process', function () {
  this.timeout(60_000);
  let driver: FakeDmDriver;
  let account: FakeDmAccount;
  before(async () => {
    driver = await FakeDmDriver.start();
    account = driver.newAccount();
  });
  const open = (given: FakeDmAccount): SqlEngine => openDm({ host: 'dm.invalid', port: dmPort, ...given }, driver);

  allContracts('a played DM', async () => {
    await driver.empty(account);
    return openOn(open(account));
  });
  auditTamperingContract('a played DM', () => ({ engine: open(driver.newAccount()), remove: () => undefined }));
});

contractsOnServer('DM', 'DM_URL', (address) => openDm({ ...partsOf(address, dmPort), schema: address.searchParams.get('schema') ?? undefined }));
