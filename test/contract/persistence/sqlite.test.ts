import { openSqlite } from '../../../adapters/outbound/persistence/sqlite/open-sqlite.js';
import { storeContracts } from './all-contracts.js';
import { openOn } from './opened.js';
import { openSqliteFile } from './sqlite-file.js';

for (const contract of storeContracts) contract('SQLite, a file', openSqliteFile);
for (const contract of storeContracts) contract('SQLite in memory', () => openOn(openSqlite({ file: ':memory:' })));
