import type { IncomingMessage, ServerResponse } from 'node:http';
import { readRawBody } from '../shared/form-body.js';
import { isGenuine, sealedReply, type Client, type EnvelopeFields } from './envelope.js';
import { isMethod, methods, plantOther, stockExhausted, type MethodAnswer, type MethodName } from './methods.js';
import type { EBillWorld } from './world.js';
import { replyJson, Yuan, type ReplyValue } from './yuan.js';

/** What the control API can order for a method. */
export const methodFaults = ['timeout-after', 'drop-after', 'http-500', 'bad-sign', 'e-code', 'stock-exhausted', 'other-amount', 'duplicate-bus-no'] as const;

const noiseMs = 10 * 60_000;
const mostNoises = 100_000;

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(value));
}

function objectOf(text: string): EnvelopeFields | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as EnvelopeFields) : undefined;
  } catch {
    return undefined;
  }
}

function isRepeated({ noises, clock }: EBillWorld, noise: string): boolean {
  const now = clock.now();
  for (const [known, at] of noises) {
    if (now - at <= noiseMs && noises.size < mostNoises) break;
    noises.delete(known);
  }
  if (noises.has(noise)) return true;
  noises.set(noise, now);
  return false;
}

/** A call of a method; `isStandard`: by the path whose envelopes name region and deptcode. */
export async function methodCall(world: EBillWorld, isStandard: boolean, name: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const envelope = objectOf((await readRawBody(request)).toString('utf8'));
  const client = world.clients.get(String(envelope?.['appid']));
  if (envelope === undefined || client === undefined || (client.place !== undefined) !== isStandard || !isMethod(name)) return sendJson(response, 404, { message: 'no such appid or method' });
  if (!isGenuine(client, envelope)) return answer(client, { result: 'E9002', text: '签名验证失败' }, response);
  if (isRepeated(world, String(envelope['noise']))) return answer(client, { result: 'E9003', text: '请求重复' }, response);
  const told = objectOf(Buffer.from(String(envelope['data']), 'base64').toString('utf8'));
  if (told === undefined) return answer(client, { result: 'E1002', text: '请求内容不是 JSON' }, response);
  await perform(world, client, name, told, response);
}

async function perform(world: EBillWorld, client: Client, name: MethodName, told: EnvelopeFields, response: ServerResponse): Promise<void> {
  const fault = world.faults.take(name, methodFaults);
  if (fault?.fault === 'duplicate-bus-no') plantOther(world, told);
  if (fault?.fault === 'http-500') return sendJson(response, 500, { message: 'internal error' });
  if (fault?.fault === 'e-code') return answer(client, { result: settingOf(fault.settings['code'], 'E5000'), text: settingOf(fault.settings['text'], '系统繁忙，请联系管理员') }, response);
  if (fault?.fault === 'stock-exhausted') return answer(client, stockExhausted, response);
  const result = methods[name](world, told);
  if (fault?.fault === 'timeout-after') return hang(world, response);
  if (fault?.fault === 'drop-after') { response.destroy(); return; }
  answer(client, fault?.fault === 'other-amount' ? withOtherAmount(result) : result, response, fault?.fault);
}

const otherAmount = new Yuan(1n);

/** Another amount than the bill carries, in whatever a method tells. */
function withOtherAmount(said: MethodAnswer): MethodAnswer {
  if (!('message' in said) || typeof said.message !== 'object' || said.message instanceof Yuan) return said;
  const message = said.message as Readonly<Record<string, ReplyValue>>;
  const bills = message['billList'] as readonly Readonly<Record<string, ReplyValue>>[] | undefined;
  const changed = bills === undefined ? { ...message, totalAmt: otherAmount } : { ...message, billList: bills.map((bill) => ({ ...bill, totalAmt: otherAmount })) };
  return { result: 'S0000', message: changed };
}

const settingOf = (value: unknown, usual: string): string => (typeof value === 'string' ? value : usual);

function answer(client: Client, said: MethodAnswer, response: ServerResponse, fault?: string): void {
  const reply = sealedReply(client, said.result, 'message' in said ? replyJson(said.message) : said.text);
  sendJson(response, 200, fault === 'bad-sign' ? { ...reply, sign: `${reply.sign.startsWith('0') ? '1' : '0'}${reply.sign.slice(1)}` } : reply);
}

/** Until the caller gives up, or the simulator ends. */
function hang(world: EBillWorld, response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => { world.life.removeEventListener('abort', end); resolve(); };
    response.once('close', end);
    world.life.addEventListener('abort', end);
  });
}
