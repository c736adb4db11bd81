import type { Socket } from 'node:net';

/**
 * Makes a socket, plain or encrypted, whose reader may throw. The driver throws inside its data handler when a server speaks a login it has never heard
 * of; from there the error would end the whole process. Here it ends the line, and arrives like any other broken line (databases.md 7).
 */
export function guarded<T extends Socket>(socket: T): T {
  const emit = socket.emit.bind(socket) as (event: string | symbol, ...values: unknown[]) => boolean;
  const guardedEmit = (event: string | symbol, ...values: unknown[]): boolean => {
    if (event !== 'data') return emit(event, ...values);
    try {
      return emit(event, ...values);
    } catch (error) {
      socket.destroy(error instanceof Error ? error : new Error('the driver could not read the server'));
      return true;
    }
  };
  return Object.assign(socket, { emit: guardedEmit });
}
