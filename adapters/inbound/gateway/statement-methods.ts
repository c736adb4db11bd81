import type { StatementRequest } from '../../../contracts/gateway/statement.js';
import { never } from '../../../domain/kernel/result.js';
import { mayActFor } from '../../../domain/directory/developer.js';
import type { Statement, StatementKind } from '../../../domain/settlement/day-certificate.js';
import type { GivenStatement, GiveStatement, StatementRefusal } from '../../../application/settlement/give-statement.js';
import type { StatementTickets } from '../../../application/settlement/statement-tickets.js';
import type { Handler } from './handler.js';
import { businessRefusal, refusal, type Refusal } from './refusal.js';

/** A large statement is made on while its caller has been told to ask again. */
const patienceMs = 8_000;

/**
 * Address of a payee's statement (1.1.7.1.4-a, -b). It holds all orders of the payee, whichever developer created them: who may act for a payee
 * may read its books.
 */
export const giveStatement = (give: Pick<GiveStatement, 'run'>, tickets: Pick<StatementTickets, 'give'>, urlOf: (ticket: string) => string, kind: StatementKind): Handler => async (call) => {
  const data = call.data as StatementRequest;
  if (!mayActFor(call.developer, data.merchantNo)) return refusal('40302');
  const by = { kind: 'developer', code: call.developer.devId, address: call.address } as const;
  const given = await soon(give.run({ merchantNo: data.merchantNo, settleDay: data.settleDate, kind }, by));
  if (given === 'later') return askAgain();
  return given.ok ? answerOf(given.value, urlOf(tickets.give(given.value))) : refusalOf(given.refusal);
};

const answerOf = (statement: Statement, fileUrl: string): object => ({
  fileUrl, fileName: statement.fileName, fileDigest: statement.digest, digestAlgorithm: 'SM3', byteSize: String(statement.byteSize), lineCount: String(statement.lineCount),
  ...Object.fromEntries(Object.entries(statement.totals).map(([name, sum]) => [name, sum.toString()])),
});

const askAgain = (): Refusal => refusal('20000', { subMsg: '对账单正在生成，请稍后重试' });

function refusalOf(refused: StatementRefusal): Refusal {
  switch (refused) {
    case 'not-ready': return businessRefusal('FILE_NOT_READY');
    case 'too-old': return businessRefusal('FILE_TOO_OLD');
    case 'busy': return askAgain();
    default: return never(refused);
  }
}

/** A fault after the time is up is met again by whoever asks next. */
async function soon(making: Promise<GivenStatement>): Promise<GivenStatement | 'later'> {
  let timer: NodeJS.Timeout | undefined;
  const later = new Promise<'later'>((resolve) => { timer = setTimeout(() => { resolve('later'); }, patienceMs); });
  try {
    return await Promise.race([making, later]);
  } finally {
    clearTimeout(timer);
  }
}
