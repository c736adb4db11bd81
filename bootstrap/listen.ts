import type { Server } from 'node:http';
import { ConfigError, environmentName } from './config.js';

/** Listens, or says which setting names a port that is in use. */
export async function listen(server: Server, host: string, port: number, setting: 'port' | 'managementPort' | 'consolePort'): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new ConfigError(`port ${port} is in use; choose another one with ${environmentName(setting)}`) : error);
    });
    server.listen(port, host, resolve);
  });
}
