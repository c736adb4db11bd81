import { createPublicKey, X509Certificate, type KeyObject } from 'node:crypto';
import { readChaosPlan } from '../../shared/seeded-chaos.js';
import { checkRsa, readMerchant } from '../books/merchants.js';
import { totals } from '../books/trade-books.js';
import type { Trade } from '../books/trade.js';
import { issueMerchantCertificate } from '../crypto/authority.js';
import { decimalSerial } from '../crypto/signing.js';
import { isSm2Spki } from '../crypto/sm2.js';
import { readFault } from '../faults/fault-orders.js';
import type { GatewayWorld } from '../gateway-world.js';
import { isTooLate } from '../pages/front-sender.js';
import { clearingDay } from '../wire/china-calendar.js';

export type ControlBody = Readonly<Record<string, unknown>>;
/** A JSON answer of the control API. */
export interface ControlAnswer {
  readonly status: number;
  readonly body: unknown;
}

const done = (body: unknown): ControlAnswer => ({ status: 200, body });

/** `{merId, signMethod, certPem}` → what the merchant must trust. */
export function registerMerchant(world: GatewayWorld, body: ControlBody): ControlAnswer {
  const merchant = readMerchant(body['merId'], body['signMethod'], body['certPem']);
  world.merchants.register(merchant);
  const { credentials, companyName } = world.authorities[merchant.signMethod];
  return done({ rootPem: credentials.root.certPem, middlePem: credentials.middle.certPem, allowedName: companyName });
}

/** `{merId, publicKeyPem}` → `{certPem, certId}`: the simulated CFCA certifies a key whose private part never leaves the merchant. */
export function certifyMerchant(world: GatewayWorld, body: ControlBody): ControlAnswer {
  const { merId, publicKeyPem } = body;
  if (typeof merId !== 'string' || !/^[0-9A-Za-z]{15}$/.test(merId)) throw new RangeError('merId is 15 letters or digits');
  if (typeof publicKeyPem !== 'string' || publicKeyPem.includes('PRIVATE')) throw new RangeError('publicKeyPem is a PEM public key');
  let key: KeyObject;
  try { key = createPublicKey(publicKeyPem); } catch { throw new RangeError('publicKeyPem cannot be read'); }
  const spki = key.export({ type: 'spki', format: 'der' });
  if (!isSm2Spki(spki)) checkRsa(key);
  const authority = world.authorities[isSm2Spki(spki) ? '21' : '01'];
  const certPem = issueMerchantCertificate(authority, merId, spki, world.clock.now());
  return done({ certPem, certId: decimalSerial(new X509Certificate(certPem)) });
}

function bookRow(trade: Trade): Readonly<Record<string, string | undefined>> {
  const settleDay = trade.decidedAtMs === undefined ? undefined : clearingDay(trade.decidedAtMs);
  return {
    orderId: trade.orderId, txnTime: trade.txnTime, queryId: trade.queryId, merId: trade.merId, txnType: trade.txnType, state: trade.state,
    respCode: trade.state === 'open' ? undefined : trade.code, amountFen: trade.amountFen.toString(), refundedFen: trade.refundedFen.toString(),
    settleDate: settleDay?.slice(4), settleDay, origQryId: trade.original?.queryId,
  };
}

export function showBooks(world: GatewayWorld): ControlAnswer {
  const trades = world.books.all();
  const { paidFen, refundedFen } = totals(trades);
  return done({ trades: trades.map(bookRow), paidFen: paidFen.toString(), refundedFen: refundedFen.toString() });
}

export function planFault(world: GatewayWorld, body: ControlBody): ControlAnswer {
  world.faults.plan(readFault(body));
  return done({ planned: world.faults.list() });
}

export function planChaos(world: GatewayWorld, body: ControlBody): ControlAnswer {
  const plan = readChaosPlan(body);
  world.chaos.use(plan);
  return done(plan);
}

/** `{autoReturn}`: whether the paid page goes back to the merchant by itself. */
export function changeSwitches(world: GatewayWorld, body: ControlBody): ControlAnswer {
  if (typeof body['autoReturn'] !== 'boolean') throw new RangeError('autoReturn is true or false');
  world.switches.autoReturn = body['autoReturn'];
  return done({ ...world.switches });
}

/**
 * The payer's word on a waiting front or barcode order. `late: true` is a bank page that succeeds after payTimeout: the money moves,
 * the result is 42. Answers 404 for an unknown order, 409 when it is decided already or its time is over.
 */
export async function decideOrder(world: GatewayWorld, orderId: string, code: '00' | '64', body: ControlBody): Promise<ControlAnswer> {
  const trade = world.books.latest(orderId);
  if (trade === undefined || trade.original !== undefined) return { status: 404, body: { error: 'no such order' } };
  if (trade.state !== 'open') return { status: 409, body: { error: 'already decided', state: trade.state } };
  const late = trade.kind === 'front' && isTooLate(world, trade);
  if (late && body['late'] !== true) return { status: 409, body: { error: 'after payTimeout' } };
  await world.settling.decide(trade, late && code === '00' ? '42' : code);
  return done({ state: trade.state, queryId: trade.queryId });
}
