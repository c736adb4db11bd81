import { epochMs, int, optional, text } from '../codecs.js';
import { SqlTable } from '../sql-table.js';

export interface WalkRow {
  readonly name: string; readonly keys: string; readonly tableIndex: number; readonly afterKey: string | undefined; readonly afterRound: number;
  readonly rowsSeen: number; readonly rowsRenewed: number; readonly rowsChanged: number; readonly begunAt: number; readonly endedAt: number | undefined; readonly version: number;
}
/** The one walk there is. */
export const walkName = 'rows';
/** Why a process does not work beside others that have newer keys. */
export const olderKeyStore = 'the rows of this database are under keys that this key store does not have: it is a copy of before the last change of keys. Copy keys/keystore of a host that has them into the data folder of this one';
export const keyWalkTable = new SqlTable<WalkRow>('key_walk', {
  name: ['walk_name', text(32)], keys: ['key_names', text(200)], tableIndex: ['table_index', int], afterKey: ['after_key', optional(text(128))], afterRound: ['after_round', int], rowsSeen: ['rows_seen', int],
  rowsRenewed: ['rows_renewed', int], rowsChanged: ['rows_changed', int], begunAt: ['begun_at', epochMs], endedAt: ['ended_at', optional(epochMs)], version: ['version', int],
}, ['name']);
