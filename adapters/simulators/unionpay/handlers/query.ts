import { identityFields, settlementFields } from '../books/trade-message.js';
import type { Trade } from '../books/trade.js';
import type { Fields } from '../crypto/signing.js';
import type { CallPlan } from '../faults/fault-orders.js';
import type { GatewayWorld } from '../gateway-world.js';
import { respMsg } from '../rules/response-codes.js';
import { answerTo, type HandlerAnswer } from './answers.js';
import type { Admitted } from './entrance.js';

/** Codes that speak of the original trade; every other ordered code says that the query itself failed. */
const codesOfOriginal: readonly string[] = ['00', 'A6', '01', '03', '04', '05', '42', '60', '61', '62', '63', '64', '65', '66', '67', '74', '75'];

/** The code of the original as this query may see it; undefined: not yet visible (34). Counts the queries that a planned ladder needs. */
function visibleCode(world: GatewayWorld, trade: Trade): string | undefined {
  if (trade.hiddenQueries > 0) {
    trade.hiddenQueries -= 1;
    if (trade.hiddenQueries === 0) void world.settling.announce(trade);
    return undefined;
  }
  if (trade.state === 'reversed' || trade.state === 'undone') return trade.state === 'undone' ? trade.code : '01';
  if (trade.state !== 'open') return trade.code;
  trade.timesAsked += 1;
  if (trade.pendingQueries > 0) {
    trade.pendingQueries -= 1;
    if (trade.pendingQueries === 0) void world.settling.decide(trade);
    return '05';
  }
  return trade.outcome?.decided === 'never' && trade.timesAsked % 2 === 1 ? '03' : '05';
}

function foundAnswer(trade: Trade, code: string): Fields {
  const charged = trade.state === 'success' || trade.state === 'undone';
  return {
    ...identityFields(trade), ...settlementFields(trade),
    // Nested, with an unescaped & inside: a reader that splits at every & breaks here (protocol section 2).
    ...(charged ? { accNo: '621700******0001', payCardType: '01', reserved: '{issInsName=模拟银行&cardNumberLock=0}' } : {}),
    origRespCode: code, origRespMsg: respMsg(code), respCode: '00', respMsg: respMsg('00'),
  };
}

/** Query 00/00 by (merId, orderId, txnTime): respCode 00 means that the query worked, then origRespCode decides. */
export function query(world: GatewayWorld, { fields }: Admitted, plan: CallPlan): HandlerAnswer {
  if (plan.code !== undefined && !codesOfOriginal.includes(plan.code)) return { content: answerTo(fields, plan.code) };
  const { merId = '', orderId = '', txnTime = '' } = fields;
  const trade = world.books.find(merId, orderId, txnTime);
  if (trade === undefined) return { content: answerTo(fields, '34') };
  const code = plan.code ?? visibleCode(world, trade);
  return { content: code === undefined ? answerTo(fields, '34') : foundAnswer(trade, code) };
}
