import { connect } from 'node:net';
import { frameOf } from '../../../adapters/outbound/province/cnnontax/frame.js';
import type { MacRule } from '../../../adapters/outbound/province/cnnontax/mac.js';
import { createCnnontaxProvince } from '../../../adapters/outbound/province/cnnontax/cnnontax-province.js';
import { messageXml, type NormMessage, type VoucherFields } from '../../../adapters/outbound/province/cnnontax/message.js';
import { proxyList } from '../../../adapters/inbound/http/request-context.js';
import type { PaidOutcome } from '../../../adapters/inbound/province-messages/answer-frame.js';
import { ProvinceEar, usualEarLimits, type EarLimits } from '../../../adapters/inbound/province-messages/province-ear.js';
import { firstFrame, readNormFrame } from '../../../adapters/simulators/province/norm/norm-frame.js';
import { MemoryPayCodes } from '../../../adapters/outbound/persistence/memory/memory-pay-codes.js';
import type { NoticePaid } from '../../../domain/payment-notices/province-report.js';
import { noon } from '../../builders/moments.js';
import { HeardJournal } from '../e-bills/e-bill-scene.js';
import { normSettings } from '../../unit/province/norm-settings.js';

const token = 'TOKEN-2';
export const rule: MacRule = { rule: 'sm3-token-prefix', token };
const paid: VoucherFields = { PayCode: '35040026300000000001', CfmDate: '20260508', CfmTime: '115900', Amt: '80.0', PayMode: '51', TraNoBus: 'BANK-1', PayerName: '镕鑫公司' };

export interface Said { readonly result: string; readonly information: string; readonly msgRef: string }

/** Our port for the province's frames, and a province that speaks byte by byte. */
export class EarScene {
  readonly journal = new HeardJournal();
  readonly taken: { readonly region: string; readonly paid: NoticePaid }[] = [];
  outcome: (paid: NoticePaid) => Promise<PaidOutcome> = async () => ({ kind: 'taken' });
  #ear: ProvinceEar | undefined;
  #numbers = 0;

  async open(limits: Partial<EarLimits> = {}, sources: readonly string[] = ['127.0.0.0/8']): Promise<void> {
    const province = createCnnontaxProvince(
      { clock: { now: () => noon }, payCodes: (region, system) => new MemoryPayCodes(region, system), tokens: { ours: async () => 'TOKEN-1', province: async () => token } }, normSettings({ listen: { port: 9, sources: ['127.0.0.0/8'] } }));
    if (province.paidFrames === undefined) throw new Error('no frames');
    this.#ear = new ProvinceEar({
      region: province.region, frames: province.paidFrames, clock: { now: () => noon }, journal: this.journal,
      receive: { run: (region, one) => { this.taken.push({ region, paid: one }); return this.outcome(one); } },
    }, { host: '127.0.0.1', port: 0, sources: sources.length === 0 ? undefined : proxyList(sources) }, { ...usualEarLimits, ...limits });
    await this.#ear.listen();
  }

  get ear(): ProvinceEar { return this.#ear ?? fail(); }
  close(): Promise<void> { return this.ear.close(); }

  frame(changes: VoucherFields = {}, head: Partial<NormMessage> = {}, under: MacRule = rule): Buffer {
    const msgId = head.msgId ?? `M${++this.#numbers}`;
    const xml = messageXml({ msgNo: '5996', msgId, msgRef: msgId, from: 'F350400', to: 'K3504000001', workDate: '20260508', vouchers: [{ ...paid, ...changes }], ...head });
    return frameOf(head.msgNo ?? '5996', xml ?? fail(), under);
  }

  /** Every whole reply that comes until the line is closed. */
  send(pieces: readonly Uint8Array[], { pauseMs = 0, keepOpen = false }: { readonly pauseMs?: number; readonly keepOpen?: boolean } = {}): Promise<readonly Said[]> {
    return new Promise((resolve) => {
      const socket = connect({ port: this.ear.port, host: '127.0.0.1', allowHalfOpen: true });
      let bytes = Buffer.alloc(0);
      socket.on('data', (part: Buffer) => { bytes = Buffer.concat([bytes, part]); }).on('error', () => undefined).once('end', () => socket.end()).once('close', () => { resolve(saidBy(bytes)); });
      socket.once('connect', () => {
        pieces.forEach((piece, index) => { setTimeout(() => { if (socket.writable) socket.write(piece); }, index * pauseMs); });
        if (!keepOpen) setTimeout(() => { if (socket.writable) socket.end(); }, pieces.length * pauseMs);
      });
    });
  }
}

function saidBy(bytes: Buffer): readonly Said[] {
  const said: Said[] = [];
  for (let rest = bytes; rest.length > 0;) {
    const frame = firstFrame(rest) ?? fail();
    // Read by the simulated province's reader, not by the adapter's own.
    const message = readNormFrame({ rule: 'sm3-token-prefix', callToken: 'x', messageToken: token }, 'messageToken', frame) ?? fail();
    const [voucher] = message.vouchers;
    said.push({ result: voucher?.['Result'] ?? '', information: voucher?.['Information'] ?? '', msgRef: message.msgRef });
    rest = rest.subarray(frame.length);
  }
  return said;
}

const fail = (): never => { throw new Error('not there'); };
