import { createServer, type AddressInfo, type Socket } from 'node:net';
import type { PlannedFault } from '../../shared/fault-queue.js';
import { callFaults, lineFaults, rareName } from '../faults.js';
import { chinaTime, yuanText } from '../wire.js';
import type { ProvinceWorld } from '../world.js';
import { answerNorm, callOf, type NormSaid } from './norm-calls.js';
import { newMessageId, send } from './frame-bytes.js';
import { firstFrame, normFrame, readNormFrame, type NormText } from './norm-frame.js';
import type { NormPartner } from './norm-partner.js';

const longestWaitMs = 60_000;

export interface RunningLine { readonly port: number; close(): Promise<void> }

/** Listens for the partner's messages on loopback: one request and one reply per connection. */
export async function startNormLine(world: ProvinceWorld, partner: NormPartner, port: number): Promise<RunningLine> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.setTimeout(longestWaitMs, () => socket.destroy());
    socket.on('error', () => undefined).once('close', () => { sockets.delete(socket); });
    converse(world, partner, socket).catch(() => { socket.destroy(); });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => { server.off('error', reject); resolve(); });
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () => new Promise((resolve) => { server.close(() => resolve()); for (const socket of sockets) socket.destroy(); }),
  };
}

async function converse(world: ProvinceWorld, partner: NormPartner, socket: Socket): Promise<void> {
  let bytes = Buffer.alloc(0);
  for await (const part of socket.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    bytes = Buffer.concat([bytes, part]);
    const frame = firstFrame(bytes);
    if (frame !== undefined) return answer(world, partner, socket, frame);
  }
  socket.end();
}

async function answer(world: ProvinceWorld, partner: NormPartner, socket: Socket, frame: Buffer): Promise<void> {
  const message = readNormFrame(partner.mac, 'callToken', frame);
  // Somebody else's: no answer.
  if (message === undefined) { socket.destroy(); return; }
  const fault = world.faults.take(callOf(message, world.switches.normConfirm), [...callFaults, ...lineFaults]);
  if (fault?.fault === 'down') { socket.destroy(); return; }
  // A call that hangs is cut when the simulator closes, or by the partner.
  if (fault?.fault === 'timeout-before') return;
  const said = answerNorm(world, partner, message);
  if (fault?.fault === 'message-first' && said.slip !== undefined) await world.announcer.tell(said.slip);
  if (fault?.fault === 'timeout-after') return;
  await send(socket, replyFrame(world, partner, message, changed(world, message, said, fault), fault), fault?.fault);
}

function replyFrame(world: ProvinceWorld, partner: NormPartner, message: NormText, said: NormSaid, fault: PlannedFault | undefined): Buffer {
  const { own, partner: theirs } = partner.nodes;
  const msgRef = fault?.fault === 'other-reference' ? newMessageId() : message.msgId;
  const day = chinaTime(world.clock.now()).slice(0, 8);
  return normFrame(partner.mac, 'callToken', { msgNo: said.msgNo, msgId: newMessageId(), msgRef, from: own, to: theirs, day, vouchers: [said.voucher] });
}

/** The answer with the misbehaviour that was ordered for its content. */
function changed(world: ProvinceWorld, message: NormText, said: NormSaid, fault: PlannedFault | undefined): NormSaid {
  const isGeneral = said.msgNo === '5001';
  switch (fault?.fault) {
    case 'error-code': return { msgNo: '5001', slip: said.slip, voucher: { OriMsgNo: message.msgNo, Result: String(fault.settings['code'] ?? '90001'), Information: '模拟错误' } };
    case 'wrong-amount': return said.slip === undefined || isGeneral ? said : { ...said, voucher: { ...said.voucher, Amt: yuanText(said.slip.total + 1n) } };
    case 'gbk-names': return isGeneral ? said : { ...said, voucher: { ...said.voucher, PayerName: rareName } };
    case 'other-slip': {
      const other = world.book.list().find(({ payCode }) => payCode !== said.slip?.payCode);
      return { ...said, voucher: isGeneral ? { ...said.voucher, OriMsgNo: '2603' } : { ...said.voucher, PayCode: other?.payCode ?? '' } };
    }
    default: return said;
  }
}
