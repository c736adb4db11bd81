import { Type, type Static, type TObject } from '@sinclair/typebox';
import { cloudMas } from '../../adapters/outbound/text-messages/cloud-mas/cloud-mas.js';
import type { CloudMasNeeds } from '../../adapters/outbound/text-messages/cloud-mas/needs.js';
import { usualBatchSize, type CloudMasSettings } from '../../adapters/outbound/text-messages/cloud-mas/settings.js';
import type { TextMessages } from '../../application/ports/text-messages.js';
import type { TextRules } from '../../application/text-messages/text-rules.js';
import { dayMs, hourMs, minuteMs } from '../../domain/kernel/china-time.js';
import { readMobile } from '../../domain/text-messages/phone.js';
import { templateOf } from '../../domain/text-messages/templates.js';
import { readTextSet, type TextSet, type WordingRefusal } from '../../domain/text-messages/text-set.js';
import { ConfigError } from '../config.js';
import { checkedSettings, type ReadOutsideFile } from './outside-file.js';

const text = Type.String({ maxLength: 500 });
const atMost = (usual: number, most: number) => Type.Integer({ minimum: 1, maximum: most, default: usual });
const clockTime = (usual: string) => Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$', default: usual });

const account = {
  environment: Type.Union(['production', 'test', 'simulator'].map((word) => Type.Literal(word))), baseUrl: text, ecName: text, apId: text, secretKeyInBody: Type.Boolean({ default: false }),
  freeTextPath: Type.Union([Type.Literal('norsubmit'), Type.Literal('submit')], { default: 'norsubmit' }), sign: text, addSerial: Type.String({ default: '' }),
  templateIds: Type.Record(Type.String(), Type.String(), { default: {} }), batchSize: Type.Integer({ default: usualBatchSize }), retryableCodes: Type.Array(Type.String(), { default: [] }),
  canQuery: Type.Boolean({ default: false }), pushNetworks: Type.Array(Type.String()),
} as const;
const own = {
  signature: Type.String({ minLength: 1, maxLength: 20, pattern: '^[^【】\\s]+$' }), sendAs: Type.Union([Type.Literal('template'), Type.Literal('free-text')], { default: 'template' }),
  texts: Type.Record(Type.String(), text, { default: {} }), operatorPhones: Type.Array(text, { maxItems: 50, default: [] }),
  timeoutMs: Type.Integer({ minimum: 1_000, maximum: 30_000, default: 10_000 }),
  messagesPerSecond: atMost(100, 10_000), callsAtOnce: atMost(4, 100), nightFrom: clockTime('21:00'), nightUntil: clockTime('08:00'), noticesPerDay: atMost(20, 150),
  codesPerHour: atMost(5, 100), codesPerDay: atMost(10, 150), codesPerAddressPerHour: atMost(20, 150), codesPerAddressPerDay: atMost(60, 150),
} as const;
const schema = Type.Object({ ...account, ...own }, { additionalProperties: false });
type Own = Static<TObject<typeof own>>;

/** What is connected for text messages: the platform, what the installation says about its texts, and how fast they may go out. */
export interface TextLine {
  readonly environment: CloudMasSettings['environment'];
  readonly platform: TextMessages; readonly rules: TextRules; readonly signature: string; readonly messagesPerSecond: number; readonly callsAtOnce: number;
  readonly templateIds: CloudMasSettings['templateIds'];
}

/** The text message platform; undefined: nobody is texted. */
export function textLineOf(file: ReadOutsideFile, needs: Pick<CloudMasNeeds, 'http' | 'journal'>): TextLine | undefined {
  if (file.textMessages === undefined) return undefined;
  const { secretKeyFile, pushTokenFile, settings } = file.textMessages;
  const all = checkedSettings<Omit<CloudMasSettings, 'secretKey' | 'pushToken'> & Own>('textMessages', schema, settings);
  const platform = cloudMas({ ...needs, settings: { ...accountOf(all), secretKey: file.secret(secretKeyFile), pushToken: file.secret(pushTokenFile) } });
  const { environment, signature, messagesPerSecond, callsAtOnce, templateIds } = all;
  return { environment, platform, rules: rulesOf(all), signature, messagesPerSecond, callsAtOnce, templateIds };
}

/** Without what is ours: the adapter gets what it knows. */
function accountOf(all: Omit<CloudMasSettings, 'secretKey' | 'pushToken'> & Own): Omit<CloudMasSettings, 'secretKey' | 'pushToken'> {
  return Object.fromEntries(Object.entries(all).filter(([name]) => Object.hasOwn(account, name))) as unknown as Omit<CloudMasSettings, 'secretKey' | 'pushToken'>;
}

function rulesOf(given: Own): TextRules {
  const [fromMinute, untilMinute] = [given.nightFrom, given.nightUntil].map((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) as [number, number];
  if (untilMinute >= fromMinute) throw new ConfigError('outside systems, textMessages: nightFrom 应为晚上，nightUntil 应为次日早上（例如 21:00 与 08:00）');
  return {
    sendAs: given.sendAs, texts: textsOf(given), timeoutMs: given.timeoutMs, night: { fromMinute, untilMinute }, operatorPhones: phonesOf(given.operatorPhones),
    limits: {
      code: [{ most: 1, withinMs: minuteMs, over: 'scene' }, { most: given.codesPerHour, withinMs: hourMs, over: 'kind' }, { most: given.codesPerDay, withinMs: dayMs, over: 'kind' }],
      notice: [{ most: given.noticesPerDay, withinMs: dayMs, over: 'kind' }],
    },
    askerLimits: [{ most: given.codesPerAddressPerHour, withinMs: hourMs, over: 'kind' }, { most: given.codesPerAddressPerDay, withinMs: dayMs, over: 'kind' }],
  };
}

const complaints: Readonly<Record<WordingRefusal['code'], string>> = {
  'unknown-template': '没有这个模板', empty: '内容为空', 'too-long': '内容过长，最多 5 条短信', unsafe: '含有换行、不可见字符或【】', link: '含有网址',
  'params-differ': '参数与内置模板不一致',
};

function textsOf({ texts, signature }: Own): TextSet {
  const read = readTextSet(texts, signature);
  if (read.ok) return read.value;
  const words = read.refusal.map(({ template, code }) => `${template}：${complaints[code]}${code === 'params-differ' ? `（应依次为 ${paramsOf(template)}，各出现一次）` : ''}`);
  throw new ConfigError(`outside systems, textMessages, texts: ${words.join('；')}`);
}

const paramsOf = (template: string): string => templateOf(template as keyof TextSet).params.map(({ name }) => `{${name}}`).join('、');

/** Never repeats a number: the message may end in a log. */
function phonesOf(written: readonly string[]): readonly string[] {
  const phones = written.map((one, index) => {
    const phone = readMobile(one);
    if (!phone.ok) throw new ConfigError(`outside systems, textMessages: operatorPhones 的第 ${index + 1} 个不是手机号`);
    return phone.value;
  });
  return [...new Set(phones)];
}
