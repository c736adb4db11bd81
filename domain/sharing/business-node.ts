import type { EpochMs } from '../kernel/china-time.js';

/** One node of the business tree (table 7-18) as the directory has it now. */
export interface TreeNode {
  /** Stable: made of the directory's own codes. */
  readonly nodeId: string;
  /** `0` above a root. */
  readonly parentId: string;
  /** `0,<root>,…,`: everything above it. */
  readonly parentIds: string;
  /** 1 for a root. */
  readonly grade: number;
  readonly nodeName: string;
  readonly orgId: string | undefined;
}

/** The same as we keep it, with the moment of its last change: the directory's records have none. */
export interface BusinessNode extends TreeNode {
  /** Not in the directory any more. Its row stays at the city, marked as deleted. */
  readonly isGone: boolean;
  readonly createdAt: EpochMs;
  readonly changedAt: EpochMs;
  readonly version: number;
}

export interface TreeRegion { readonly regionCode: string; readonly regionName: string }
export interface TreePayee {
  readonly merchantNo: string; readonly payeeName: string; readonly institutionNo: string | undefined; readonly regionCode: string | undefined;
  readonly unitCode: string | undefined; readonly enabled: boolean;
}
/** `unitCodes` empty: every charging unit of the region. */
export interface TreeItem { readonly regionCode: string; readonly itemCode: string; readonly itemName: string; readonly unitCodes: readonly string[]; readonly enabled: boolean }

export interface TreeFacts { readonly regions: readonly TreeRegion[]; readonly payees: readonly TreePayee[]; readonly items: readonly TreeItem[] }

/** Above all roots, as the framework has it whose tables these are. */
const top = { nodeId: '0', parentIds: '', grade: 0 };
const below = (parent: Pick<TreeNode, 'nodeId' | 'parentIds' | 'grade'>): Pick<TreeNode, 'parentId' | 'parentIds' | 'grade'> =>
  ({ parentId: parent.nodeId, parentIds: `${parent.parentIds}${parent.nodeId},`, grade: parent.grade + 1 });

/**
 * Region → payee → fee item. A payee without a region is a root; an item stands under each payee whose charging unit may charge it. What is
 * switched off is not part of the tree.
 */
export function businessTree({ regions, payees, items }: TreeFacts): readonly TreeNode[] {
  const roots = new Map(regions.map(({ regionCode, regionName }): readonly [string, TreeNode] =>
    [regionCode, { nodeId: `R-${regionCode}`, ...below(top), nodeName: regionName, orgId: undefined }]));
  const open = items.filter(({ enabled }) => enabled);
  return [...roots.values(), ...payees.filter(({ enabled }) => enabled).flatMap((payee) => {
    const above = payee.regionCode === undefined ? undefined : roots.get(payee.regionCode);
    const node: TreeNode = { nodeId: `P-${payee.merchantNo}`, ...below(above ?? top), nodeName: payee.payeeName, orgId: payee.institutionNo };
    const { unitCode } = payee;
    const charged = unitCode === undefined ? [] : open.filter((item) => item.regionCode === payee.regionCode && (item.unitCodes.length === 0 || item.unitCodes.includes(unitCode)));
    return [node, ...charged.map((item): TreeNode => ({ nodeId: `I-${payee.merchantNo}-${item.itemCode}`, ...below(node), nodeName: item.itemName, orgId: payee.institutionNo }))];
  })];
}

const shape = ({ parentId, parentIds, grade, nodeName, orgId }: TreeNode): string => JSON.stringify([parentId, parentIds, grade, nodeName, orgId ?? null]);

/** What of a kept node has to be written because the tree is another now; `wanted` undefined: it is not part of it any more. */
export function changedNode(kept: BusinessNode, wanted: TreeNode | undefined, now: EpochMs): BusinessNode | undefined {
  if (wanted === undefined) return kept.isGone ? undefined : { ...kept, isGone: true, changedAt: now };
  return kept.isGone || shape(kept) !== shape(wanted) ? { ...kept, ...wanted, isGone: false, changedAt: now } : undefined;
}

export const newNode = (wanted: TreeNode, now: EpochMs): BusinessNode => ({ ...wanted, isGone: false, createdAt: now, changedAt: now, version: 1 });
