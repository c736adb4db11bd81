import type { NodeNumber } from '../../../application/ports/node-numbers.js';

/** The number asked for in the configuration belongs to another process, or none is free; `message` says what to change. */
export class NodeNumberTaken extends Error {
  override readonly name = 'NodeNumberTaken';
}

export const takenSentence = (nodeNo: number, { process: { hostName, processId } }: NodeNumber): string =>
  `the node number ${nodeNo} is held by process ${processId} on ${hostName}, which is alive; give this process another nodeNumber, or none: it then takes a free one`;
