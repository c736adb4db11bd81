import { AsyncLocalStorage } from 'node:async_hooks';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HttpCallbacks } from '../../../adapters/outbound/merchant-callbacks/http-callbacks.js';
import { KingbaseFamilyClient } from '../../../adapters/outbound/persistence/kingbase/kingbase-client.js';
import { MySqlFamilyClient } from '../../../adapters/outbound/persistence/mysql/mysql-client.js';
import { SqlAuditChain } from '../../../adapters/outbound/persistence/sql/sql-audit-chain.js';
import { SqlJobBoard } from '../../../adapters/outbound/persistence/sql/sql-job-board.js';
import { SqlLimitExchange } from '../../../adapters/outbound/persistence/sql/sql-limit-exchange.js';
import { SqlNodeNumbers } from '../../../adapters/outbound/persistence/sql/sql-node-numbers.js';
import { LibsqlConnection } from '../../../adapters/outbound/persistence/sqlite/libsql-connection.js';
import { DeliverCallback } from '../../../application/callbacks/deliver-callback.js';
import { CloseOrder } from '../../../application/payments/close-order.js';
import { OpenCashier } from '../../../application/payments/open-cashier.js';
import { QueryAttempt } from '../../../application/payments/query-attempt.js';
import { ReceiveChannelMessage } from '../../../application/payments/receive-channel-message.js';
import { RegisterOrder } from '../../../application/payments/register-order.js';
import { StartPayment } from '../../../application/payments/start-payment.js';

/**
 * Loaded into a platform process before its program (`node --import`): counts and times every statement at the driver, under the use case it
 * belongs to. On SIGUSR2 it writes what it saw since the last time to `$STATEMENT_FOLDER/<pid>.json`. Costs time itself: rates are measured without it.
 */
export interface SeenStatement { readonly useCase: string; readonly sql: string; readonly tookUs: number[] }

const useCases = new AsyncLocalStorage<string>();
const seen = new Map<string, SeenStatement>();

function note(sql: string, began: bigint): void {
  const tookUs = Number(process.hrtime.bigint() - began) / 1000;
  const useCase = useCases.getStore() ?? 'other';
  const key = `${useCase}\n${sql}`;
  const known = seen.get(key) ?? { useCase, sql, tookUs: [] };
  if (known.tookUs.length === 0) seen.set(key, known);
  known.tookUs.push(tookUs);
}

type Method = (this: unknown, ...given: unknown[]) => unknown;
type Wrapped = Record<string, Method>;

/** Replaces a method of a class by one that has the old one at hand. */
function wrap(prototype: object, name: string, around: (self: unknown, given: unknown[], old: () => unknown) => unknown): void {
  const methods = prototype as Wrapped;
  const old = methods[name];
  if (!old) throw new Error(`no method ${name}`);
  methods[name] = function replaced(...given: unknown[]): unknown { return around(this, given, () => old.apply(this, given)); };
}

// SQLite: the driver answers at once. A statement without values goes on to `execute` and is counted there.
wrap(LibsqlConnection.prototype, 'execute', (_self, [sql], old) => { const began = process.hrtime.bigint(); try { return old(); } finally { note(String(sql), began); } });
wrap(LibsqlConnection.prototype, 'query', (_self, [sql, bindings], old) => {
  const began = process.hrtime.bigint();
  try {
    return old();
  } finally {
    if ((bindings as unknown[]).length > 0 || /^select/i.test(String(sql))) note(String(sql), began);
  }
});
// Servers: from the call to the answer.
for (const client of [MySqlFamilyClient, KingbaseFamilyClient]) {
  wrap(client.prototype, '_query', async (_self, [, query], old) => {
    const began = process.hrtime.bigint();
    try {
      return await old();
    } finally {
      note((query as { sql: string }).sql, began);
    }
  });
}

const named: readonly (readonly [object, string, string])[] = [
  [RegisterOrder.prototype, 'run', '1 place the order'], [OpenCashier.prototype, 'run', '2 cashier page'], [StartPayment.prototype, 'run', '3 start the payment'],
  [ReceiveChannelMessage.prototype, 'run', '4 channel message'], [SqlJobBoard.prototype, 'claim', '5 jobs: claim'], [SqlJobBoard.prototype, 'claimThis', '5 jobs: claim'],
  [SqlJobBoard.prototype, 'releaseExpired', '5 jobs: claim'], [DeliverCallback.prototype, 'run', '6 deliver the callback'], [SqlJobBoard.prototype, 'settle', '7 jobs: settle'],
  [QueryAttempt.prototype, 'run', '8 job query-attempt'], [CloseOrder.prototype, 'run', '9 job expire-order'], [SqlAuditChain.prototype, 'extend', 'audit numbering'],
  [SqlNodeNumbers.prototype, 'replace', 'node number'], [SqlLimitExchange.prototype, 'exchange', 'shared limits'], [HttpCallbacks.prototype, 'post', '6 deliver the callback'],
];
for (const [prototype, method, name] of named) wrap(prototype, method, (_self, _given, old) => useCases.run(name, old));

process.on('SIGUSR2', () => {
  writeFileSync(join(process.env['STATEMENT_FOLDER'] ?? '.', `${process.pid}.json`), JSON.stringify([...seen.values()]));
  seen.clear();
});
