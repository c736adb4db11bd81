import { randomInt } from 'node:crypto';
import { ContainerModule } from 'inversify';
import { ApplyDelivery } from '../../application/text-messages/apply-delivery.js';
import { BlockPhone, ResendText } from '../../application/text-messages/operate-texts.js';
import { SendCode } from '../../application/text-messages/send-code.js';
import { SendText } from '../../application/text-messages/send-text.js';
import { TakePushes } from '../../application/text-messages/take-pushes.js';
import { TextOperators } from '../../application/text-messages/text-operators.js';
import { TextPace } from '../../application/text-messages/text-pace.js';
import { TextPayer } from '../../application/text-messages/text-payer.js';
import { TryCode } from '../../application/text-messages/try-code.js';
import type { Follower } from '../../application/follow-up/follow-order.js';
import type { TextLine } from '../outside/text-section.js';
import { tokens as t } from '../tokens.js';

/** Where no platform is connected nothing is texted, and the pace is nobody's. */
const noPace = { messagesPerSecond: 1, callsAtOnce: 1 };

/** An order concerns the texts when there is a phone to tell, and its developer leaves the telling to us. */
export const textFollower = (line: TextLine | undefined): Follower => ({
  topic: 'text-payer',
  follows: (order, developer) => line !== undefined && order.payer.mobile !== undefined && developer?.textsPayers !== false && (order.state === 'paid' || order.state === 'closed'),
});

/** Text messages: what is told, how it is sent, what comes back. */
export const textMessages = new ContainerModule(({ bind }) => {
  bind(t.textPace).toResolvedValue((line, rateLimiter) => {
    const { messagesPerSecond, callsAtOnce } = line ?? noPace;
    return new TextPace({ rateLimiter, perSecond: messagesPerSecond, atOnce: callsAtOnce, nowMs: () => performance.now() });
  }, [t.textLine, t.rateLimiter]);
  bind(t.applyDelivery).toResolvedValue((...p) => new ApplyDelivery(...p), [t.unitOfWork, t.clock, t.journal]);
  bind(t.textPayer).toResolvedValue(
    (line, unitOfWork, directory, issuedBills, ids, clock, journal) => new TextPayer({ unitOfWork, directory, issuedBills, ids, clock, journal, rules: line?.rules }),
    [t.textLine, t.unitOfWork, t.directory, t.issuedBills, t.ids, t.clock, t.journal]);
  bind(t.textOperators).toResolvedValue(
    (line, unitOfWork, ids, clock, journal) => new TextOperators({ unitOfWork, ids, clock, journal, rules: line?.rules }), [t.textLine, t.unitOfWork, t.ids, t.clock, t.journal]);
  bind(t.sendText).toResolvedValue(
    (line, unitOfWork, apply, pace, clock, journal, measurements) => new SendText({ unitOfWork, apply, pace, clock, journal, measurements, line }),
    [t.textLine, t.unitOfWork, t.applyDelivery, t.textPace, t.clock, t.journal, t.measurements]);
  bind(t.sendCode).toResolvedValue(
    (line, unitOfWork, vault, pace, ids, clock, journal, measurements) => new SendCode({ unitOfWork, vault, pace, ids, clock, journal, measurements, line, chance: (below) => randomInt(below) }),
    [t.textLine, t.unitOfWork, t.vault, t.textPace, t.ids, t.clock, t.journal, t.measurements]);
  bind(t.tryCode).toResolvedValue((...p) => new TryCode(...p), [t.unitOfWork, t.vault, t.clock, t.rateLimiter]);
  bind(t.takePushes).toResolvedValue(
    (line, apply, unitOfWork, ids, clock) => (line === undefined ? undefined : new TakePushes({ pushes: line.platform.pushes, apply, unitOfWork, ids, clock })),
    [t.textLine, t.applyDelivery, t.unitOfWork, t.ids, t.clock]);
  bind(t.resendText).toResolvedValue((...p) => new ResendText(...p), [t.unitOfWork, t.ids, t.clock]);
  bind(t.blockPhone).toResolvedValue((...p) => new BlockPhone(...p), [t.unitOfWork, t.ids, t.clock]);
});
