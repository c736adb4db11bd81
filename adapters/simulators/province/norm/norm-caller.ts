import { connect } from 'node:net';
import type { Slip } from '../slip.js';
import { chinaTime } from '../wire.js';
import type { SteppedClock } from '../../shared/stepped-clock.js';
import { newMessageId, send } from './frame-bytes.js';
import { firstFrame, normFrame, readNormFrame } from './norm-frame.js';
import type { NormPartner } from './norm-partner.js';
import { paidVoucher } from './norm-slip.js';

const timeoutMs = 5_000;

/** Calls the partner's port with 5996, one connection for each, and hears its 8001. */
export class NormCaller {
  readonly #partner: NormPartner;
  readonly #clock: SteppedClock;

  constructor(partner: NormPartner, clock: SteppedClock) {
    this.#partner = partner;
    this.#clock = clock;
  }

  /** Whose slips it tells of: the digits of the node code. */
  get region(): string { return this.#partner.nodes.own.slice(1); }

  frameOf(slip: Slip, amount: bigint, msgId = newMessageId()): Buffer {
    const { own, partner } = this.#partner.nodes;
    const day = chinaTime(this.#clock.now()).slice(0, 8);
    return normFrame(this.#partner.mac, 'messageToken', { msgNo: '5996', msgId, msgRef: msgId, from: own, to: partner, day, vouchers: [paidVoucher(slip, amount)] });
  }

  /** The partner's result, or why there was none. */
  post(port: number, frame: Buffer, fault?: string): Promise<string> {
    return new Promise((resolve) => {
      let bytes = Buffer.alloc(0);
      const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
      const end = (result: string): void => { socket.destroy(); resolve(result); };
      socket.setTimeout(timeoutMs, () => { end('no answer'); });
      socket.once('connect', () => { void send(socket, frame, fault); });
      socket.on('error', () => { end('no answer'); }).once('end', () => { end(bytes.length === 0 ? 'no answer' : this.#resultOf(bytes)); });
      socket.on('data', (part: Buffer) => { bytes = Buffer.concat([bytes, part]); });
    });
  }

  #resultOf(bytes: Buffer): string {
    try {
      const frame = firstFrame(bytes);
      const reply = frame && readNormFrame(this.#partner.mac, 'messageToken', frame);
      return reply?.msgNo === '8001' ? reply.vouchers[0]?.['Result'] ?? 'no result' : 'unsigned answer';
    } catch {
      return 'unsigned answer';
    }
  }
}
