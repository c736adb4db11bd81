import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

export const newMessageId = (): string => randomUUID().replaceAll('-', '');

const [pieces, pauseMs] = [7, 15];

/** Writes a frame with the misbehaviour that was ordered for its bytes, and ends the connection. */
export async function send(socket: Socket, frame: Buffer, fault: string | undefined): Promise<void> {
  const bytes = damaged(frame, fault);
  const size = Math.ceil(bytes.length / pieces);
  if (fault === 'split-frame') {
    for (let at = 0; at < bytes.length; at += size) {
      socket.write(bytes.subarray(at, at + size));
      await pause(pauseMs);
    }
    socket.end();
  } else socket.end(bytes);
}

function damaged(frame: Buffer, fault: string | undefined): Buffer {
  switch (fault) {
    case 'bad-signature': return Buffer.concat([frame.subarray(0, -64), Buffer.from('F'.repeat(64))]);
    case 'garbage': return Buffer.from('系统维护中，请稍后再试', 'utf8');
    case 'half-frame': return frame.subarray(0, Math.floor(frame.length / 2));
    case 'two-frames': return Buffer.concat([frame, frame]);
    case 'wrong-length': return Buffer.concat([Buffer.from(String(frame.length - 10).padEnd(8)), frame.subarray(8)]);
    default: return frame;
  }
}
