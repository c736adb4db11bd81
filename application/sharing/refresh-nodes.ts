import { businessTree, changedNode, newNode, type BusinessNode, type TreeNode } from '../../domain/sharing/business-node.js';
import type { Clock } from '../ports/clock.js';
import { maxSharedRows } from '../ports/share-books.js';
import type { TreeReader } from '../ports/shared-facts.js';
import type { UnitOfWork } from '../ports/unit-of-work.js';

/** Nodes that one unit of work writes. */
const nodesPerUnit = 100;

/**
 * Keeps the business tree beside the directory with the moment at which each node changed, for the directory does not tell. A node that went is
 * kept as gone, so that the city hears of it. Running it twice, or on two hosts, changes nothing.
 */
export class RefreshNodes {
  readonly #unitOfWork: UnitOfWork;
  readonly #tree: TreeReader;
  readonly #clock: Clock;

  constructor(unitOfWork: UnitOfWork, tree: TreeReader, clock: Clock) {
    this.#unitOfWork = unitOfWork;
    this.#tree = tree;
    this.#clock = clock;
  }

  /** How many nodes changed. */
  async run(): Promise<number> {
    const wanted = new Map(businessTree(await this.#tree.facts()).map((node) => [node.nodeId, node]));
    const kept = await this.#kept();
    const now = this.#clock.now();
    const changed = [...kept.values()].flatMap((node) => changedNode(node, wanted.get(node.nodeId), now) ?? []);
    const added = [...wanted.values()].filter(({ nodeId }) => !kept.has(nodeId));
    for (let from = 0; from < added.length; from += nodesPerUnit) await this.#add(added.slice(from, from + nodesPerUnit));
    for (let from = 0; from < changed.length; from += nodesPerUnit) await this.#put(changed.slice(from, from + nodesPerUnit));
    return added.length + changed.length;
  }

  /** The moment is taken within each unit: one that is older than its commit by more than the safety lag would be passed over. */
  #add(added: readonly TreeNode[]): Promise<void> {
    return this.#unitOfWork.run(async ({ sharing }) => { for (const node of added) await sharing.addNode(newNode(node, this.#clock.now())); });
  }

  /** Somebody may have written the very same change meanwhile: what stands there now decides. */
  #put(changed: readonly BusinessNode[]): Promise<void> {
    return this.#unitOfWork.run(async ({ sharing }) => {
      const now = new Map((await sharing.nodes(changed.map(({ nodeId }) => nodeId))).map((node) => [node.nodeId, node]));
      for (const node of changed) if (now.get(node.nodeId)?.version === node.version) await sharing.putNode({ ...node, changedAt: this.#clock.now() });
    });
  }

  async #kept(): Promise<ReadonlyMap<string, BusinessNode>> {
    const kept = new Map<string, BusinessNode>();
    for (let after: string | undefined; ;) {
      const page = await this.#unitOfWork.read(({ sharing }) => sharing.nodesById(after, maxSharedRows));
      for (const node of page) kept.set(node.nodeId, node);
      if (page.length < maxSharedRows) return kept;
      after = page.at(-1)?.nodeId;
    }
  }
}
