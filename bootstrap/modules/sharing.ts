import { ContainerModule } from 'inversify';
import { ShareRounds } from '../../adapters/inbound/jobs/share-rounds.js';
import { accountRows } from '../../application/sharing/account-source.js';
import { AuthoriseColumn } from '../../application/sharing/authorise-column.js';
import { BackfillOrders } from '../../application/sharing/backfill-orders.js';
import { CountRows } from '../../application/sharing/count-rows.js';
import { ExportBatch } from '../../application/sharing/export-batch.js';
import { businessNodeRows } from '../../application/sharing/node-source.js';
import { NoteOrder } from '../../application/sharing/note-order.js';
import { orderBillRows, paidOrderRows } from '../../application/sharing/order-source.js';
import { RefreshNodes } from '../../application/sharing/refresh-nodes.js';
import { ReleaseRow } from '../../application/sharing/release-row.js';
import { ReloadTable } from '../../application/sharing/reload-table.js';
import type { ShareParts } from '../../application/sharing/share-parts.js';
import { ShareRound } from '../../application/sharing/share-round.js';
import type { ShareSource } from '../../application/sharing/share-source.js';
import type { Resources } from '../resources.js';
import type { Sharing } from '../sharing-desk.js';
import { tokens as t } from '../tokens.js';

export const sharing = (resources: Resources): ContainerModule => new ContainerModule(({ bind }) => {
  bind(t.sharing).toConstantValue({ on: sharingOf(resources), authorise: new AuthoriseColumn(resources.unitOfWork, resources.ids, resources.clock) });
});

function sharingOf({ outside: { dataSharing }, unitOfWork, directory, tree, clock, ids, journal }: Resources): Sharing | undefined {
  if (dataSharing === undefined) return undefined;
  const { writer, accounts, lengthMode, batchSize, timeoutMs, sharesBills, roundsLoginDay } = dataSharing;
  const parts: ShareParts = { unitOfWork, writer, clock, ids, journal, lengthMode, batchSize, timeoutMs };
  const sources: readonly ShareSource[] = [
    accountRows('institution', accounts, { roundsLoginDay }), paidOrderRows(unitOfWork), accountRows('platform', accounts, { roundsLoginDay }), businessNodeRows(unitOfWork),
    ...sharesBills ? [orderBillRows(unitOfWork, directory)] : [],
  ];
  const round = new ShareRound({
    ...parts, sources, exportBatch: new ExportBatch(parts), countRows: new CountRows(parts), refreshNodes: new RefreshNodes(unitOfWork, tree, clock),
  });
  return {
    parts, sources, round, rounds: new ShareRounds({ round, clock, journal }), note: new NoteOrder(unitOfWork, clock, sharesBills),
    reload: new ReloadTable(parts, sources.map(({ table }) => table)), release: new ReleaseRow(parts, sources), backfill: new BackfillOrders(unitOfWork, clock),
  };
}
