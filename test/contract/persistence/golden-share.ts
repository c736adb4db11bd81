import { orderTable } from '../../../adapters/outbound/persistence/sql/order-columns.js';
import type { StoredRow } from '../../../adapters/outbound/persistence/sql/codecs.js';
import { nodeTable, notedTable, policyTable, progressRow, progressTable, quarantineTable, shareBatchTable } from '../../../adapters/outbound/persistence/sql/share-columns.js';
import type { Persistence } from '../../../adapters/outbound/persistence/sql/sql-persistence.js';
import { newProgress } from '../../../domain/sharing/share-progress.js';
import { aBusinessNode, aQuarantinedRow, aShareBatch, aSharePolicy } from '../../builders/sharing.js';
import { no, noon } from './builders.js';

type Works = Readonly<Record<string, (store: Persistence) => Promise<unknown>>>;
const progress = newProgress('front-database', 'paid-orders');
const noted = { platformOrderNo: no(1), notedAt: noon, version: 1 };
const page = { after: { at: noon, id: no(1) }, until: noon + 1, limit: 10 };

/** One row of each table of data sharing. */
export const shareRows = (): Readonly<Record<string, StoredRow>> => ({
  share_order_outbox: { ...notedTable.encode(noted), total: 1 }, share_watermark: progressTable.encode(progressRow(progress)), share_batch: shareBatchTable.encode(aShareBatch()),
  share_quarantine: { ...quarantineTable.encode(aQuarantinedRow()), total: 1 }, share_policy: policyTable.encode(aSharePolicy()), share_node: { ...nodeTable.encode(aBusinessNode()), total: 1 },
});

/** Where nothing is there yet. */
export const shareOnNothing: Works = {
  'sharing.add…': ({ unitOfWork }) => unitOfWork.run(async ({ sharing }) => {
    await sharing.addProgress(progress);
    await sharing.addBatch(aShareBatch());
    await sharing.addQuarantined(aQuarantinedRow());
    await sharing.addPolicy(aSharePolicy());
    await sharing.addNoted(noted);
    await sharing.addNode(aBusinessNode());
  }),
  [`sharing.paidOrderNos of ${orderTable.name}`]: ({ unitOfWork }) => unitOfWork.read(async ({ sharing }) =>
    [await sharing.paidOrderNos('current', no(1), 10), await sharing.paidOrderNos('archived', undefined, 10)]),
  'tree.facts': ({ tree }) => tree.facts(),
};

/** Where one of each is there. */
export const shareOnRows: Works = {
  'sharing': ({ unitOfWork }) => unitOfWork.read(async ({ sharing }) => [
    await sharing.progress('front-database', 'paid-orders'), await sharing.batches('front-database', undefined, 10), await sharing.batches('front-database', 'users', 10),
    await sharing.quarantined(no(7101)), await sharing.quarantinedOf('front-database', 'paid-orders', [no(1), no(2)]), await sharing.openQuarantine('front-database', no(1), 10),
    await sharing.openQuarantineCount('front-database', 'users'), await sharing.policies(), await sharing.noted(no(1)), await sharing.notedPage(page), await sharing.notedCount(page.after),
    await sharing.nodes(['P-M1', 'P-M2']), await sharing.nodePage(page), await sharing.nodeCount(page.after), await sharing.nodesById('P-M1', 10),
  ]),
  'sharing.put…': ({ unitOfWork }) => unitOfWork.run(async ({ sharing }) => {
    await sharing.putProgress(progress);
    await sharing.putQuarantined(aQuarantinedRow());
    await sharing.putPolicy(aSharePolicy());
    await sharing.putNoted(noted);
    await sharing.putNode(aBusinessNode());
  }),
};
