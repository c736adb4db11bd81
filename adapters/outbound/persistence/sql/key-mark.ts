import type { Vault } from '../../../../application/ports/vault.js';
import { text } from './codecs.js';
import { keyWalkTable, olderKeyStore, walkName } from './key-walk/key-walk-table.js';
import { SqlTable } from './sql-table.js';
import { UnusableDatabase } from './unusable-database.js';
import type { UnitRunner } from './unit-runner.js';

interface KeyMark { readonly name: string; readonly mac: string }
export const keyMarkTable = new SqlTable<KeyMark>('key_mark', { name: ['mark_name', text(32)], mac: ['mark_mac', text(64)] }, ['name']);

const markName = 'installation';

/**
 * Every process on one database works with the same key store: another one could read nobody's name, find no payer and break the audit chain,
 * and would only be noticed by that. The first process leaves a mark made with the keys that never change; a later one must make the same.
 * A copy of before a change of keys makes it too; it is known by what the key walk has begun to bring over.
 */
export async function checkKeyMark(units: UnitRunner, vault: Pick<Vault, 'installationMark' | 'hasKeys'>): Promise<void> {
  const mac = vault.installationMark(markName);
  const known = await read(units) ?? await leave(units, mac);
  if (known.mac !== mac) {
    throw new UnusableDatabase('the database belongs to an installation with another key store: copy keys/keystore of one of its hosts into the data folder of this one, or name another database');
  }
  const walk = await units.run((scope) => keyWalkTable.first(scope, { name: walkName }));
  if (walk !== undefined && !vault.hasKeys(walk.keys)) throw new UnusableDatabase(olderKeyStore);
}

/** The writer's view: on a server the reader's pool may be a replica. */
const read = (units: UnitRunner): Promise<KeyMark | undefined> => units.run((scope) => keyMarkTable.first(scope, { name: markName }));

async function leave(units: UnitRunner, mac: string): Promise<KeyMark> {
  const mark = { name: markName, mac };
  try {
    await units.run((scope) => scope.writingFirst().insert(keyMarkTable.name, keyMarkTable.encode(mark)));
    return mark;
  } catch (error) {
    const theirs = units.engine.classify(error) === 'UNIQUE' ? await read(units) : undefined;
    if (!theirs) throw error;
    return theirs;
  }
}
