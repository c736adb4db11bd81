import type { PlatformProcess } from './platform-process.js';
import type { Till } from './till.js';

/** The primary hands new connections round; a process that is busy may be passed over. */
const triesPerMember = 10;
/** A number of ours holds the node number of the process that made it behind 17 digits of time; no two living processes have the same. */
const nodeOf = (platformOrderNo: string): string => platformOrderNo.slice(17, 20);

/** Complaints when not every process takes orders. `till` uses a new connection for each request. */
export async function idleMembers(platform: PlatformProcess, till: Till, wanted: number): Promise<readonly string[]> {
  const nodes = new Set<string>();
  for (let tries = 0; tries < triesPerMember * wanted && nodes.size < wanted; tries += 1) {
    nodes.add(nodeOf((await till.place({ owner: 'rsa2', amountFen: 1n })).platformOrderNo));
  }
  const living = platform.members().length;
  return nodes.size === wanted && living === wanted ? [] : [`of ${wanted} processes ${living} live and ${nodes.size} take orders`];
}
