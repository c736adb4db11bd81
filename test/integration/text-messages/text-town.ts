import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { runAndSettle } from '../../../adapters/inbound/jobs/job-runner.js';
import { textPushRouter } from '../../../adapters/inbound/text-messages/router.js';
import { openSqlite } from '../../../adapters/outbound/persistence/sqlite/open-sqlite.js';
import { TokenBuckets } from '../../../adapters/outbound/system/token-buckets.js';
import { cloudMas } from '../../../adapters/outbound/text-messages/cloud-mas/cloud-mas.js';
import type { CloudMasSettings } from '../../../adapters/outbound/text-messages/cloud-mas/settings.js';
import { WireClient } from '../../../adapters/outbound/wire/http-client.js';
import { SteppedClock } from '../../../adapters/simulators/shared/stepped-clock.js';
import { startTextMessageSimulator } from '../../../adapters/simulators/text-messages/text-message-simulator.js';
import type { JobTopic } from '../../../application/ports/jobs.js';
import type { TextMessages } from '../../../application/ports/text-messages.js';
import { ApplyDelivery } from '../../../application/text-messages/apply-delivery.js';
import { BlockPhone, ResendText } from '../../../application/text-messages/operate-texts.js';
import { SendCode } from '../../../application/text-messages/send-code.js';
import { SendText } from '../../../application/text-messages/send-text.js';
import { TakePushes } from '../../../application/text-messages/take-pushes.js';
import { TextOperators } from '../../../application/text-messages/text-operators.js';
import { TextPace } from '../../../application/text-messages/text-pace.js';
import { TextPayer } from '../../../application/text-messages/text-payer.js';
import type { TextRules } from '../../../application/text-messages/text-rules.js';
import { TryCode } from '../../../application/text-messages/try-code.js';
import type { Order } from '../../../domain/payments/order.js';
import { defaultAskerLimits, defaultTextLimits } from '../../../domain/text-messages/limits.js';
import { defaultNight } from '../../../domain/text-messages/night.js';
import { templateOf, textTemplateNames } from '../../../domain/text-messages/templates.js';
import type { TextMessage } from '../../../domain/text-messages/text-message.js';
import type { IssuedBillNews } from '../../../domain/text-messages/texts-of-order.js';
import { builtInTexts } from '../../../domain/text-messages/text-set.js';
import { cloudMasSettings, pushToken } from '../../builders/cloud-mas-settings.js';
import { aDeveloper } from '../../builders/directory.js';
import { anOrder, no } from '../../contract/persistence/builders.js';
import { openOn, vault } from '../../contract/persistence/opened.js';
import { RecordingJournal } from '../../unit/application/recording-journal.js';

export { pushToken };
/** 10:00 in China on a day in May. */
export const morning = Date.UTC(2026, 4, 8, 2);
export const phoneWith = (ending: string): string => `1390000${ending}`;

export interface TownPlan {
  readonly rules?: Partial<TextRules>;
  readonly settings?: Partial<CloudMasSettings>;
  readonly perSecond?: number;
  readonly atOnce?: number;
  /** Where the database lies; in memory where nothing is said. */
  readonly file?: string;
  /** Something between the use cases and the adapter. */
  readonly between?: (real: TextMessages) => TextMessages;
}

export type TextTown = Awaited<ReturnType<typeof openTextTown>>;

/** The use cases of texts over SQLite, the real adapter, a simulated platform behind real sockets that pushes to our real router. */
export async function openTextTown(plan: TownPlan = {}) {
  const engine = openSqlite({ file: plan.file ?? ':memory:' });
  const store = await openOn(engine);
  const { clock, ids, unitOfWork, jobBoard } = store;
  clock.at = morning;
  const journal = new RecordingJournal();
  const outsideClock = new SteppedClock();
  const simulator = await startTextMessageSimulator({ port: 0, clock: outsideClock });
  const http = new WireClient({ maxConnections: 16, keepAliveMs: 1_000, connectTimeoutMs: 1_000 });
  const settings = cloudMasSettings({ baseUrl: simulator.platformUrl, templateIds: Object.fromEntries(textTemplateNames.map((name) => [name, `TPL-${name.replaceAll('_', '-')}`])), ...plan.settings });
  const real = cloudMas({ settings, http, journal });
  const platform = plan.between?.(real) ?? real;
  const rules: TextRules = {
    sendAs: 'template', texts: builtInTexts, limits: defaultTextLimits, askerLimits: defaultAskerLimits, night: defaultNight, timeoutMs: 300, operatorPhones: [], ...plan.rules,
  };
  const line = { platform, rules };
  const measurements = { count: () => undefined, time: () => undefined };
  const rateLimiter = new TokenBuckets();
  const pace = new TextPace({ rateLimiter, perSecond: plan.perSecond ?? 10_000, atOnce: plan.atOnce ?? 16, nowMs: () => performance.now() });
  const apply = new ApplyDelivery(unitOfWork, clock, journal);
  const bills: IssuedBillNews[] = [];
  const sendText = new SendText({ unitOfWork, apply, pace, clock, journal, measurements, line });
  const payer = new TextPayer({ unitOfWork, directory: store.directory, issuedBills: { ofOrder: async () => bills }, ids, clock, journal, rules });
  const operators = new TextOperators({ unitOfWork, ids, clock, journal, rules });
  const takePushes = new TakePushes({ pushes: platform.pushes, apply, unitOfWork, ids, clock });
  const app = express();
  app.use('/text-messages', textPushRouter({ take: takePushes, journal, rateLimiter, addressOf: (request) => request.socket.remoteAddress?.replace('::ffff:', '') ?? '' }));
  const server = createServer(app);
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const ourUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/text-messages`;
  const control = async (path: string, body: object): Promise<unknown> => {
    const answer = await fetch(`${simulator.baseUrl}/sim/${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
    return answer.json();
  };
  await control('accounts', {
    ecName: settings.ecName, apId: settings.apId, secretKey: settings.secretKey, sign: settings.sign, signText: '三明财政', templates: Object.fromEntries(textTemplateNames.map((name) => [settings.templateIds[name] ?? '', templateOf(name).text])),
    reportUrl: `${ourUrl}/reports/${pushToken}`, inboundUrl: `${ourUrl}/inbound/${pushToken}`,
  });
  await store.directoryEditor.saveDeveloper(aDeveloper({ devId: 'D1' }), { kind: 'system', code: 'test', address: undefined });
  const handlers: Partial<Record<JobTopic, (key: string) => Promise<{ readonly kind: 'done' } | { readonly kind: 'again'; readonly dueAt: number }>>> = {
    'text-payer': (key) => payer.run(key), 'text-operators': (key) => operators.run(key), 'send-text': (key) => sendText.run(key),
  };
  /** Works on what is due, until nothing is. */
  const work = async (): Promise<void> => {
    for (let rounds = 0; rounds < 2_000; rounds++) {
      const jobs = await jobBoard.claim('town', clock.at, 60_000, 16);
      if (jobs.length === 0) return;
      await Promise.all(jobs.map(async (job) => {
        const handler = handlers[job.topic];
        if (!handler) throw new Error(`no handler for ${job.topic}`);
        await runAndSettle(jobBoard, job, (key) => handler(key)).catch(async (error: unknown) => {
          journal.fault('job-failed', error);
          await jobBoard.fail(job, clock.at + 1_000, 'fault');
        });
      }));
    }
    throw new Error('jobs without end');
  };
  const step = (ms: number): void => { clock.at += ms; outsideClock.advance(ms); };
  return {
    store, engine, clock, journal, simulator, settings, rules, bills, payer, operators, sendText, takePushes, apply, work, step, control, ourUrl, pace,
    sendCode: new SendCode({ unitOfWork, vault, pace, ids, clock, journal, measurements, line, chance: (below) => Math.floor(Math.random() * below) }),
    tryCode: new TryCode(unitOfWork, vault, clock, rateLimiter), resend: new ResendText(unitOfWork, ids, clock), blockPhone: new BlockPhone(unitOfWork, ids, clock),
    /** A paid order of the payer with this phone. */
    paidOrder: async (mobile: string | undefined, changes: Partial<Order> = {}): Promise<Order> => {
      const order = anOrder({ state: 'paid', paidAt: clock.at, nontaxInfo: '{"payCode":"350404263000000001"}', payer: { name: '张三', mobile, certNo: undefined }, ...changes });
      await unitOfWork.run(({ orders }) => orders.add(order));
      return order;
    },
    follow: (platformOrderNo = no(1)): Promise<void> => unitOfWork.run(({ outbox }) => outbox.enqueue({ topic: 'text-payer', key: platformOrderNo, dueAt: clock.at })),
    texts: async (phone: string): Promise<readonly TextMessage[]> => unitOfWork.read(({ texts }) => texts.toPhone(phone, 0)),
    /** What phones have received. */
    received: async (): Promise<readonly { readonly mobile: string; readonly text: string }[]> => ((await (await fetch(`${simulator.baseUrl}/sim/texts`)).json()) as { texts: { mobile: string; text: string }[] }).texts,
    /** Steps both clocks by little and waits in real time until the condition holds. */
    until: async <T>(what: string, probe: () => Promise<T | undefined>): Promise<T> => {
      const deadline = performance.now() + 5_000;
      for (;;) {
        const value = await probe();
        if (value !== undefined) return value;
        if (performance.now() > deadline) throw new Error(`waited in vain for: ${what}`);
        await new Promise((resolve) => { setTimeout(resolve, 20); });
      }
    },
    close: async (): Promise<void> => {
      await simulator.close();
      await http.close();
      await new Promise<void>((resolve) => { server.close(() => resolve()); server.closeAllConnections(); });
      await store.close();
    },
  };
}
