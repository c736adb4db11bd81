import type { Channel } from '../directory/channel.js';
import type { ReconcileDay } from './run.js';

/** How the bills of a channel come (1.1.4.1.2-f). */
export type BillTerms = Pick<Channel, 'reconcileEnabled' | 'billSource' | 'billTime'>;

const words = { off: '支付渠道未启用对账，当日不对账', upload: '账单由人工上传' } as const;

/** The platform asks for them itself. */
export const isFetched = ({ reconcileEnabled, billSource }: BillTerms): boolean => reconcileEnabled && billSource === 'download';

/** What the record of a day says whose bill is planned, or is not. */
export const plannedAs = ({ reconcileEnabled, billSource }: BillTerms): Pick<ReconcileDay, 'state' | 'lastWord'> =>
  (!reconcileEnabled ? { state: 'not-reconciled', lastWord: words.off } : { state: 'awaiting-bill', lastWord: billSource === 'upload' ? words.upload : '' });

/** Nobody has asked for the bill of this day, and none was given. */
export const isUnasked = ({ state, lastWord, runCount }: ReconcileDay): boolean => state === 'not-reconciled' || (state === 'awaiting-bill' && runCount === 0 && lastWord === words.upload);
