import { openSqlite } from '../../../../adapters/outbound/persistence/sqlite/open-sqlite.js';
import { mysqlServer, onServer, ownDatabase, postgresServer, type OwnDatabase } from '../../../support/servers.js';
import { listsContract } from './lists.contract.js';

listsContract('SQLite', () => Promise.resolve(openSqlite({ file: ':memory:' })));

for (const server of [mysqlServer, postgresServer]) {
  onServer(server, `lists on a database of ${server.name}`, (address) => {
    let database: OwnDatabase;
    after(() => database.drop());
    listsContract(server.name, async () => {
      database = await ownDatabase(address);
      return database.open();
    });
  });
}
