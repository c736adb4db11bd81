import { deflateSync } from 'node:zlib';
import { clearingFile, isReady, type FileChange } from '../clearing/clearing-file.js';
import type { CallPlan, FileFault } from '../faults/fault-orders.js';
import type { GatewayWorld } from '../gateway-world.js';
import { latestDay, previousDay } from '../wire/china-calendar.js';
import { strangerMerId } from '../wire/signed-message.js';
import { answerTo, type HandlerAnswer } from './answers.js';
import type { Admitted } from './entrance.js';

const changes: Readonly<Record<FileFault, (day: string) => FileChange>> = {
  'cut-content': () => ({}), 'cut-line': () => ({ cutBytes: 200 }), 'wrong-merchant': () => ({ merId: strangerMerId }), 'wrong-day': (day) => ({ day: previousDay(day) }),
};

/** File transfer 76/01: base64 of zlib of the zip; 98 for a day that is not over, not ready or without a trade (protocol section 9). */
export function fileTransfer(world: GatewayWorld, { fields, merchant }: Admitted, plan: CallPlan): HandlerAnswer {
  const nowMs = world.clock.now();
  const day = latestDay(fields['settleDate'] ?? '', nowMs);
  if (day === undefined) return { content: answerTo(fields, '10', {}, 'settleDate') };
  const file = isReady(day, nowMs) ? clearingFile(world, merchant.merId, day, plan.fileFault && changes[plan.fileFault](day)) : undefined;
  if (file === undefined) return { content: answerTo(fields, '98') };
  const packed = deflateSync(file.zip);
  const sent = plan.fileFault === 'cut-content' ? packed.subarray(0, packed.length / 2) : packed;
  return { content: answerTo(fields, '00', { fileName: file.fileName, fileContent: sent.toString('base64') }) };
}
