import type { Request, Response } from 'express';
import { readRawBody } from '../shared/form-body.js';
import { callFaults, rareName } from './faults.js';
import { codes, isRefusal, type Refusal } from './slip-book.js';
import { slipAnswer, type Slip } from './slip.js';
import { statementFaults, statementOf } from './statement.js';
import { isDay, yuanNumber, type Fields } from './wire.js';
import type { ProvinceWorld } from './world.js';

type Work = (world: ProvinceWorld, fields: Fields) => Fields | Refusal;

const payUrl = (payCode: string): string => `https://jiaoyun.example.com/pay?c=${payCode}`;
const issued = ({ payCode, checkCode, busNo, effectiveDate }: Slip, state: string): Fields => ({ payCode, checkCode, busNo, eBookNo: `E${payCode.slice(-10)}`, state, effectiveDate, qrUrl: payUrl(payCode) });

/** The calls of dialect `bosssoft-json` by their path (protocol section 3). */
export const calls: Readonly<Record<string, { readonly path: string; readonly work: Work }>> = {
  issue: { path: '/nontax/payBook/issue', work: answered((world, fields) => world.book.issue(fields), issued) },
  query: { path: '/nontax/payBook/query', work: answered((world, fields) => world.book.find(fields) ?? { code: codes.notFound, text: '缴款书不存在' }, slipAnswer) },
  push: { path: '/nontax/payBook/push', work: answered((world, fields) => world.book.push(fields), ({ payCode }) => ({ payCode, payUrl: payUrl(payCode) })) },
  confirm: { path: '/nontax/payBook/confirm', work: answered(confirmed, ({ payCode, confirmation }, state) => ({ payCode, confirmCode: confirmation?.code, state })) },
  void: { path: '/nontax/payBook/void', work: answered((world, fields) => world.book.void(fields), ({ payCode }, state) => ({ payCode, state })) },
  statement: { path: '/nontax/statement/download', work: statement },
};

function answered(find: (world: ProvinceWorld, fields: Fields) => Slip | Refusal, write: (slip: Slip, state: string) => Fields): Work {
  return (world, fields) => {
    const slip = find(world, fields);
    return isRefusal(slip) ? slip : write(slip, world.book.stateOf(slip));
  };
}

/** Both ways of answering a repeated confirmation are seen in the field. */
export function confirmed(world: ProvinceWorld, fields: Fields): Slip | Refusal {
  const wasPaid = world.book.find(fields)?.confirmation !== undefined;
  const slip = world.book.confirm(fields);
  return wasPaid && world.switches.repeatedConfirm === 'error' && !isRefusal(slip) ? { code: codes.confirmed, text: '缴款书已缴款确认' } : slip;
}

function statement(world: ProvinceWorld, { regionCode, statementDate }: Fields): Fields | Refusal {
  if (regionCode !== world.access.region || !isDay(statementDate)) return { code: codes.parameter, text: '参数有误' };
  if (world.faults.take('statement', ['not-ready']) !== undefined) return { code: codes.notReady, text: '对账单未生成' };
  const ofRegion = world.book.list().filter((slip) => slip.regionCode === regionCode);
  return statementOf(ofRegion, statementDate, world.access.region, world.switches.charset, world.faults.take('statement', statementFaults));
}

/** Answers one call, with the misbehaviour that was ordered for it. */
export async function answerCall(world: ProvinceWorld, name: string, request: Request, response: Response): Promise<void> {
  const body = await readRawBody(request);
  const fault = world.faults.take(name, callFaults);
  if (fault?.fault === 'down') { request.socket.destroy(); return; }
  // A call that hangs is cut when the simulator closes.
  if (fault?.fault === 'timeout-before') return;
  const fields = world.access.open(body, world.clock.now());
  const said = fields === undefined ? { code: codes.signature, text: '签名错误' } : calls[name]?.work(world, fields) ?? {};
  const slip = fields === undefined || isRefusal(said) ? undefined : world.book.find(fields);
  if (slip !== undefined && fault?.fault === 'message-first') await world.announcer.tell(slip);
  if (fault?.fault === 'timeout-after') return;
  if (fault?.fault === 'garbage') { response.status(200).type('text/html').send('<html>系统维护</html>'); return; }
  const answer = isRefusal(said) ? world.access.answer(said.code, said.text)
    : fault?.fault === 'error-code' ? world.access.answer(String(fault.settings['code'] ?? 'E9999'), '模拟错误')
    : world.access.answer('S0000', JSON.stringify(changed(world, said, slip, fault?.fault)));
  response.json(fault?.fault === 'bad-signature' ? { ...answer, sign: '0'.repeat(32) } : answer);
}

function changed(world: ProvinceWorld, said: Fields, slip: Slip | undefined, fault: string | undefined): Fields {
  if (fault === 'wrong-amount' && slip !== undefined) return { ...said, totalAmount: yuanNumber(slip.total + 1n) };
  if (fault === 'gbk-names' && slip !== undefined) return { ...said, payerName: rareName };
  const other = fault === 'other-slip' ? world.book.list().find(({ payCode }) => payCode !== slip?.payCode) : undefined;
  return other === undefined ? said : { ...said, payCode: other.payCode };
}
