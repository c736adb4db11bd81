import type { BusinessNode } from '../../domain/sharing/business-node.js';
import { nodeValues } from '../../domain/sharing/row-values.js';
import { sharedTable } from '../../domain/sharing/shared-tables.js';
import type { UnitOfWork } from '../ports/unit-of-work.js';
import type { ShareSource, SourceRow } from './share-source.js';

const rowOf = (node: BusinessNode): SourceRow => ({ place: { at: node.changedAt, id: node.nodeId }, key: node.nodeId, content: { kind: 'values', values: nodeValues(node) } });

/** Table 7-18. */
export const businessNodeRows = (unitOfWork: UnitOfWork): ShareSource => ({
  table: sharedTable('business-nodes'),
  page: async (query) => (await unitOfWork.read(({ sharing }) => sharing.nodePage(query))).map(rowOf),
  byKeys: async (keys) => (await unitOfWork.read(({ sharing }) => sharing.nodes(keys))).map(rowOf),
  count: (until) => unitOfWork.read(({ sharing }) => sharing.nodeCount(until)),
});
