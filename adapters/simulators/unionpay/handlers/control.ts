import { createPublicKey, X509Certificate, type KeyObject } from 'node:crypto';
import { readChaosPlan } from '../../shared/seeded-chaos.js';
import { checkRsa, readMerchant } from '../books/merchants.js';
import { totals } from '../books/trade-books.js';
import type { Trade } from '../books/trade.js';
import { issueMerchantCertificate } from '../crypto/authority.js';
import { decimalSerial } from '../crypto/signing.js';
import { isSm2Spki } from '../crypto/sm2.js';
import { readBillFault } from '../faults/bill-faults.js';
import { readFault } from '../faults/fault-orders.js';
import type { GatewayWorld } from '../gateway-world.js';
import { isTooLate } from '../pages/front-sender.js';

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
  const { settleDay } = trade;
  return {
    orderId: trade.orderId, txnTime: trade.txnTime, queryId: trade.queryId, merId: trade.merId, txnType: trade.txnType, state: trade.state,
    respCode: trade.state === 'open' ? undefined : trade.code, amountFen: trade.amountFen.toString(), refundedFen: trade.refundedFen.toString(),
    settleDate: settleDay?.slice(4), settleDay, feeFen: trade.feeFen.toString(), origQryId: trade.original?.queryId,
  };
}

export function showBooks(world: GatewayWorld): ControlAnswer {
  const trades = world.books.all();
  const { paidFen, refundedFen } = totals(trades);
  return done({ trades: trades.map(bookRow), paidFen: paidFen.toString(), refundedFen: refundedFen.toString() });
}

export function planFault(world: GatewayWorld, body: ControlBody): ControlAnswer {
  const { kind, ...settings } = body;
  if (kind === 'bill') world.billFaults.plan(readBillFault(settings));
  else world.faults.plan(readFault(body));
  return done({ planned: [...world.faults.list(), ...world.billFaults.list()] });
}

export function clearFaults(world: GatewayWorld): ControlAnswer {
  world.faults.clear();
  world.billFaults.clear();
  return done({ planned: [] });
}

export function planChaos(world: GatewayWorld, body: ControlBody): ControlAnswer {
  const plan = readChaosPlan(body);
  world.chaos.use(plan);
  return done(plan);
}

const truth = (body: ControlBody, name: string, usual: boolean): boolean => {
  const value = body[name] ?? usual;
  if (typeof value !== 'boolean') throw new RangeError(`${name} is true or false`);
  return value;
};

/**
 * `{autoReturn?, clearingCut?, joinedTail?}`: whether the paid page goes back to the merchant by itself; when the clearing day ends, `HH:mm`;
 * whether clearing files have the older end of line.
 */
export function changeSwitches({ switches, clearing }: GatewayWorld, body: ControlBody): ControlAnswer {
  if (!['autoReturn', 'clearingCut', 'joinedTail'].some((name) => body[name] !== undefined)) throw new RangeError('switches are autoReturn, clearingCut, joinedTail');
  const next = { autoReturn: truth(body, 'autoReturn', switches.autoReturn), joinedTail: truth(body, 'joinedTail', clearing.joinedTail) };
  if (body['clearingCut'] !== undefined) clearing.cutAt(String(body['clearingCut']));
  switches.autoReturn = next.autoReturn;
  clearing.joinedTail = next.joinedTail;
  return done({ ...next, clearingCut: `${String(Math.floor(clearing.cutMinute / 60)).padStart(2, '0')}:${String(clearing.cutMinute % 60).padStart(2, '0')}` });
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
