import { createServer, type AddressInfo, type Socket } from 'node:net';
import { frameOf } from '../../../adapters/outbound/province/cnnontax/frame.js';
import type { MacRule } from '../../../adapters/outbound/province/cnnontax/mac.js';
import { messageXml, readMessage, type NormMessage, type VoucherFields } from '../../../adapters/outbound/province/cnnontax/message.js';

export const rule: MacRule = { rule: 'sm3-token-prefix', token: 'TOKEN-1' };

/** A port that answers each message with whatever bytes a test orders. */
export class NormLiar {
  answer: (asked: NormMessage, socket: Socket) => void = () => undefined;
  readonly asked: NormMessage[] = [];
  readonly #sockets = new Set<Socket>();
  readonly #server = createServer((socket) => {
    this.#sockets.add(socket);
    socket.on('error', () => undefined);
    let bytes = Buffer.alloc(0);
    socket.on('data', (part: Buffer) => {
      bytes = Buffer.concat([bytes, part]);
      if (bytes.length < Number(bytes.toString('latin1', 0, 8))) return;
      const asked = readMessage(bytes.toString('latin1', 19, 23), bytes.toString('latin1', 23, bytes.length - 64));
      if (asked === undefined) throw new Error('not a message');
      this.asked.push(asked);
      this.answer(asked, socket);
    });
  });

  open(): Promise<void> { return new Promise((resolve) => { this.#server.listen(0, '127.0.0.1', resolve); }); }
  get port(): number { return (this.#server.address() as AddressInfo).port; }
  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => { this.#server.close(resolve); });
  }

  saying(voucher: VoucherFields, msgNo: string, head: Partial<NormMessage> = {}, change: (frame: Buffer) => Buffer = (frame) => frame): void {
    this.answer = (asked, socket) => { socket.end(change(replyFrame(asked, voucher, msgNo, head))); };
  }
}

export function replyFrame(asked: NormMessage, voucher: VoucherFields, msgNo: string, head: Partial<NormMessage> = {}, under: MacRule = rule): Buffer {
  const xml = messageXml({ msgNo, msgId: 'R1', msgRef: asked.msgId, from: asked.to, to: asked.from, workDate: asked.workDate, vouchers: [voucher], ...head });
  if (xml === undefined) throw new Error('not GBK');
  return frameOf(msgNo, xml, under);
}
