import type { StoredRow } from '../../../adapters/outbound/persistence/sql/codecs.js';
import { legCheckRow, legCheckTable, legGapRow, legGapTable } from '../../../adapters/outbound/persistence/sql/leg-columns.js';
import type { Persistence } from '../../../adapters/outbound/persistence/sql/sql-persistence.js';
import { aLegCheck, aLegGap } from '../../builders/legs.js';
import { no, noon } from './builders.js';

type Works = Readonly<Record<string, (store: Persistence) => Promise<unknown>>>;
const day = '20260508';

/** One row of each table of the four-way check. */
export const legRows = (): Readonly<Record<string, StoredRow>> => ({ leg_gap: legGapTable.encode(legGapRow(aLegGap())), leg_check: legCheckTable.encode(legCheckRow(aLegCheck())) });

export const legsOnNothing: Works = {
  'legs.add…': ({ unitOfWork }) => unitOfWork.run(async ({ legs }) => {
    await legs.addCheck(aLegCheck());
    await legs.addGaps([aLegGap(1), aLegGap(2, { leg: 'channel' })]);
  }),
  'legs.noticesOf': ({ unitOfWork }) => unitOfWork.read(({ legs }) => legs.noticesOf([no(1)])),
};

export const legsOnRows: Works = {
  'legs, of orders': ({ unitOfWork }) => unitOfWork.read(async ({ legs }) => [await legs.ordersOf([no(1)]), await legs.refundsOf([no(1)]), await legs.billsOf([no(1)])]),
  'legs, kept': ({ unitOfWork }) => unitOfWork.read(async ({ legs }) => [
    await legs.check(day, 'CM1'), await legs.checksOn(day), await legs.gap('1'), await legs.gapsOf(day, [no(1)]), await legs.ordersWithGaps({ day, channelMerchantId: 'CM1', after: no(1), limit: 2 }),
    await legs.openAt({ day, at: noon, after: { platformOrderNo: no(1), leg: 'channel', seq: 1 }, limit: 2 }),
  ]),
  'legs.put…': ({ unitOfWork }) => unitOfWork.run(async ({ legs }) => {
    await legs.putCheck(aLegCheck());
    await legs.closeGap({ ...aLegGap(), closedAt: noon });
  }),
};
