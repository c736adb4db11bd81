import { openSqlite } from '../../../adapters/outbound/persistence/sqlite/open-sqlite.js';
import { allContracts } from './all-contracts.js';
import { openOn } from './opened.js';
import { openSqliteFile } from './sqlite-file.js';

allContracts('SQLite, a file', openSqliteFile);
allContracts('SQLite in memory', () => openOn(openSqlite({ file: ':memory:' })));
