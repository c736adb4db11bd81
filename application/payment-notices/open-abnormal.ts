import { earlierWords, isHeardBefore, type AbnormalNotice } from '../../domain/payment-notices/abnormal-notice.js';
import type { Clock } from '../ports/clock.js';
import type { Ids } from '../ports/ids.js';
import type { Stores } from '../ports/unit-of-work.js';

export interface Writing { readonly ids: Ids; readonly clock: Clock }
export type CaseStores = Pick<Stores, 'notices' | 'reconciliation' | 'audit'>;

/**
 * How a finding stands to what was found before: `new` it is another occasion whatever it sounds like, `same` it goes on; undefined where its facts tell,
 * because statements and jobs say the same thing again and again.
 */
export type Occasion = 'new' | 'same' | undefined;

/**
 * Opens a case; one that was ended is opened anew where something else has happened since. Whether it is news: a case that is open stays as it is, and what
 * was heard and ended before stays ended.
 */
export async function openAbnormal(stores: CaseStores, { ids, clock }: Writing, found: AbnormalNotice, occasion: Occasion): Promise<boolean> {
  if (await stores.notices.addAbnormal(found) === 'added') return true;
  const before = await stores.notices.abnormal(found.abnormalNo);
  if (before?.handleState !== 'handled' || occasion === 'same') return false;
  const history = (await stores.reconciliation.notesOf('notice', found.abnormalNo)).map(({ note }) => note);
  if (occasion !== 'new' && isHeardBefore(found, before, history)) return false;
  const at = clock.now();
  await stores.notices.putAbnormal({ ...found, version: before.version });
  // Beside what people wrote: the case itself now tells of the new occasion only.
  await stores.reconciliation.addNote({ noteNo: ids.next(), objectKind: 'notice', objectNo: found.abnormalNo, action: 'follow', note: earlierWords(before), operator: 'system', at });
  await stores.audit.append({
    entryId: ids.next(), at, actor: { kind: 'system', code: 'work-notice', address: undefined }, action: 'case.reopen', objectKind: 'notice', objectNo: found.abnormalNo, description: found.note,
    before: { handleState: before.handleState, serialNo: before.serialNo ?? '' }, after: { handleState: found.handleState, kind: found.kind, serialNo: found.serialNo ?? '' }, requestId: undefined,
  });
  return true;
}
