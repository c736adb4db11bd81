import type { SignedHead } from '../../../../domain/audit/signed-head.js';
import { epochMs, int, text } from './codecs.js';
import { pageSize } from './row-limits.js';
import { SqlTable } from './sql-table.js';
import type { Session } from './unit-scope.js';

export const signedHeadTable = new SqlTable<SignedHead>('audit_signed_head', {
  seq: ['last_seq', int], mac: ['last_mac', text(64)], at: ['signed_at', epochMs], previousSeq: ['previous_seq', int], keyName: ['key_name', text(64)], signature: ['signature_text', text(200)],
}, ['seq']);

/** Most heads of one page. */
export const maxSignedHeads = 100;

export async function signedHeadsAfter(session: Session, after: number, limit: number): Promise<readonly SignedHead[]> {
  const seq = signedHeadTable.column('seq');
  return signedHeadTable.list(await session.reading.table(signedHeadTable.name).select(signedHeadTable.columnNames).where(seq, '>', after).orderBy(seq).limit(pageSize(limit, maxSignedHeads)));
}

export async function newestSignedHead(session: Session): Promise<SignedHead | undefined> {
  const seq = signedHeadTable.column('seq');
  return signedHeadTable.list(await session.reading.table(signedHeadTable.name).select(signedHeadTable.columnNames).orderBy(seq, 'desc').limit(1))[0];
}
