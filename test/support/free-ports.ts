import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/**
 * Below the ports that systems give to outgoing connections and to whoever listens on any: nobody takes one by chance between its choice and its
 * use, nor while its server is down. Each process of a test run that goes on beside others (`TEST_LANE`) has ports of its own.
 */
const [first, portsPerLane, lanes] = [20_000, 3_000, 4];
const lane = process.env['TEST_LANE'];
const range = lane === undefined ? { from: first, count: portsPerLane * lanes } : { from: first + (Number(lane) % lanes) * portsPerLane, count: portsPerLane };

let next = randomInt(range.count);

/** Ports where nobody listens and that this process has not given out lately; the configuration wants numbers before anything listens. */
export async function freePorts(count: number): Promise<readonly number[]> {
  const ports: number[] = [];
  for (let tried = 0; ports.length < count; tried++) {
    if (tried > range.count) throw new Error('no free port');
    next = (next + 1) % range.count;
    const port = range.from + next;
    if (await isFree(port)) ports.push(port);
  }
  return ports;
}

function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(false)).listen(port, '127.0.0.1', () => { server.close(() => resolve(true)); });
  });
}
