import { Socket } from 'node:net';

/**
 * A socket whose reader may throw. The driver throws inside its data handler when a server speaks a login it has never heard of; from there
 * the error would end the whole process. Here it ends the line, and arrives like any other broken line (databases.md 7). Under TLS the driver reads
 * from the encrypted stream instead, which this does not guard.
 */
export class GuardedSocket extends Socket {
  override emit(event: string | symbol, ...values: unknown[]): boolean {
    if (event !== 'data') return super.emit(event, ...values);
    try {
      return super.emit(event, ...values);
    } catch (error) {
      this.destroy(error instanceof Error ? error : new Error('the driver could not read the server'));
      return true;
    }
  }
}
