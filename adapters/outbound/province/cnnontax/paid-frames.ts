import { createHash, randomBytes } from 'node:crypto';
import type { PaidFrames, PaidFrameVerdict } from '../../../../application/ports/province.js';
import type { EpochMs } from '../../../../domain/kernel/china-time.js';
import { macRule } from './call.js';
import { frameLength, frameOf, unframed } from './frame.js';
import { paidOf, replyTo } from './known-messages.js';
import { messageXml, readMessage, type NormMessage } from './message.js';
import type { CnnontaxNeeds } from './needs.js';
import type { CnnontaxSettings } from './settings.js';

/** How far in our future a payment may lie: clocks differ. */
const maxAheadMs = 10 * 60_000;

/** Message 5996, and our answer 8001 to it and to anything else that the province signs. */
export class NormPaidFrames implements PaidFrames {
  readonly #needs: CnnontaxNeeds;
  readonly #settings: CnnontaxSettings;

  constructor(needs: CnnontaxNeeds, settings: CnnontaxSettings) {
    this.#needs = needs;
    this.#settings = settings;
  }

  lengthOf(start: Uint8Array): number | 'more' | 'bad' { return frameLength(start); }

  async read(frame: Uint8Array, now: EpochMs): Promise<PaidFrameVerdict> {
    const { nodes, payCode } = this.#settings;
    const opened = unframed(frame, await macRule(this.#settings, this.#needs, 'province'));
    if (opened.kind !== 'frame') return { kind: 'untrue', why: opened.kind === 'unsigned' ? 'signature' : 'unreadable' };
    const message = readMessage(opened.msgNo, opened.xml);
    if (message === undefined) return { kind: 'untrue', why: 'unreadable' };
    const reply = (outcome: 'done' | 'failed', words: string): Promise<Uint8Array> => this.#reply(message, outcome, words, now);
    if (message.from !== nodes.province || message.to !== nodes.ours) return { kind: 'not-for-us', why: 'foreign', reply };
    const paid = paidOf(nodes, message, payCode);
    if (paid === undefined || paid.paidAt > now + maxAheadMs) return { kind: 'not-for-us', why: 'unreadable', reply };
    return { kind: 'paid', paid, messageId: message.msgId, digest: createHash('sha256').update(opened.xml).digest('hex'), reply };
  }

  async #reply(message: NormMessage, outcome: 'done' | 'failed', words: string, now: EpochMs): Promise<Uint8Array> {
    const reply = replyTo(this.#settings.nodes, message, outcome, words, randomBytes(16).toString('hex'), now);
    const xml = messageXml(reply);
    if (xml === undefined) throw new Error('our own words do not fit into GBK');
    return frameOf(reply.msgNo, xml, await macRule(this.#settings, this.#needs, 'province'));
  }
}
