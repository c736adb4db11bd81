import { createServer, type RequestListener } from 'node:http';
import type { RunningSimulator } from './running-simulator.js';

/** A client that stalls must not hold a simulator for ever. */
const requestTimeoutMs = 65_000;

/**
 * Listens on 127.0.0.1 (port 0 picks a free one). `beforeClose` ends what the simulator itself started (timers, hangs); then all
 * connections are cut. Rejects with the listen error, for example EADDRINUSE.
 */
export async function listenOnLoopback(listener: RequestListener, port: number, beforeClose: () => void | Promise<void> = () => undefined): Promise<RunningSimulator> {
  const server = createServer({ requestTimeout: requestTimeoutMs, keepAliveTimeout: 5_000 }, listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => { server.off('error', reject); resolve(); });
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the simulator has no port');
  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    await beforeClose();
    await new Promise<void>((resolve) => { server.close(() => resolve()); server.closeAllConnections(); });
  };
  return { baseUrl: `http://127.0.0.1:${address.port}`, close: () => (closing ??= close()) };
}
