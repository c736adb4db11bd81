import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { decodeForm, readRawBody } from '../../shared/form-body.js';
import type { Fields, SignMethod } from '../crypto/signing.js';
import { planCall, type CallPlan, type Transport } from '../faults/fault-orders.js';
import type { GatewayWorld } from '../gateway-world.js';
import { answerBody } from '../wire/answer-body.js';
import { answerTo, type HandlerAnswer } from './answers.js';
import { consume } from './consume.js';
import { admit, isRefused, type Admitted } from './entrance.js';
import { fileTransfer } from './file-transfer.js';
import { giveBack } from './give-back.js';
import { query } from './query.js';
import { reversal } from './reversal.js';

/** How long a hanging call keeps its connection, in real time. */
export const hangMs = 60_000;

type Handler = (world: GatewayWorld, admitted: Admitted, plan: CallPlan) => HandlerAnswer;
const handlers: Readonly<Record<Exclude<Admitted['product']['kind'], 'front'>, Handler>> = { consume, refund: giveBack, undo: giveBack, reversal, query, file: fileTransfer };

/** The fields of a form post; undefined when it is not one, or cannot be read in one way only. */
export async function readFields(request: IncomingMessage): Promise<Fields | undefined> {
  if (!/^application\/x-www-form-urlencoded\b/i.test(request.headers['content-type'] ?? '')) return undefined;
  const body = await readRawBody(request);
  try {
    return Object.fromEntries(decodeForm(new TextDecoder('utf-8', { fatal: true }).decode(body)));
  } catch {
    return undefined;
  }
}

function send(response: ServerResponse, fields: Fields): void {
  const body = Buffer.from(answerBody(fields), 'utf8');
  response.writeHead(200, { 'content-type': 'text/html;charset=UTF-8', 'content-length': body.length }).end(body);
}

/** Waits in real time, at most until the simulator closes. */
export async function pause(world: GatewayWorld, ms: number): Promise<void> {
  if (ms > 0) await sleep(ms, undefined, { signal: world.life }).catch(() => undefined);
}

/** Breaks off as a fault orders. True when nothing more is to be sent. */
export async function misbehave(world: GatewayWorld, response: ServerResponse, transport: Transport | undefined): Promise<boolean> {
  if (transport === undefined) return false;
  if (transport === 'hang') await pause(world, hangMs);
  if (transport === 'http-500') response.writeHead(500, { 'content-type': 'text/html;charset=UTF-8' }).end('Internal Server Error');
  else if (transport === 'empty-body') response.writeHead(200, { 'content-type': 'text/html;charset=UTF-8', 'content-length': 0 }).end();
  else response.destroy();
  return true;
}

function work(world: GatewayWorld, admitted: Admitted, plan: CallPlan): HandlerAnswer {
  const { fields, product } = admitted;
  if (product.kind === 'front') throw new Error('a front product has no server handler');
  if (!plan.executes && product.kind !== 'query') return { content: answerTo(fields, plan.code ?? '06') };
  const answer = handlers[product.kind](world, admitted, plan);
  if (plan.code === undefined || product.kind === 'query' || answer.content['respCode'] !== '00') return answer;
  return { content: answerTo(fields, plan.code) };
}

/** One call of `backTransReq.do`, `queryTrans.do` or the file host, from the bytes to the signed, un-encoded answer. */
export async function serverCall(world: GatewayWorld, endpoint: 'back' | 'query' | 'file', request: IncomingMessage, response: ServerResponse): Promise<void> {
  const fields = await readFields(request);
  const admitted = fields === undefined ? { code: '10', detail: '' } : admit(world, endpoint, fields);
  if (isRefused(admitted)) {
    const method: SignMethod = world.merchants.find(fields?.['merId'] ?? '')?.signMethod ?? '01';
    return send(response, world.signer.sign(answerTo(fields ?? {}, admitted.code, {}, admitted.detail), method));
  }
  const chaos = world.chaos.nextCall();
  await pause(world, chaos.delayMs);
  if (chaos.drop === 'before') { response.destroy(); return; }
  const plan = admitted.product.kind === 'front' ? undefined : planCall(world.faults, admitted.product.kind);
  if (plan === undefined) throw new Error('a front product cannot reach a server endpoint');
  const answer = work(world, admitted, plan);
  if (answer.drops === true || chaos.drop === 'after') { response.destroy(); return; }
  if (await misbehave(world, response, plan.transport)) return;
  send(response, world.signer.sign(answer.content, admitted.merchant.signMethod, plan.dressing));
}
