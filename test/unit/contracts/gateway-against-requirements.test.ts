import type { TObject, TSchema } from '@sinclair/typebox';
import { expect } from 'chai';
import { paymentCallback, refundCallback, returnPage } from '../../../contracts/gateway/callbacks.js';
import { requestEnvelope, responseEnvelope } from '../../../contracts/gateway/envelope.js';
import { gatewayMethods, isGatewayMethod } from '../../../contracts/gateway/methods.js';
import { gatewayTables, type MatrixField, type MatrixTable } from '../../../contracts/requirements/gateway-tables.js';

/** Tables that belong to no method. */
const schemasOfTables: Readonly<Record<string, { request?: TObject; response?: TObject }>> = {
  '7-2': { request: requestEnvelope }, '7-3': { response: responseEnvelope }, '7-8': { request: returnPage },
  '7-9': { request: paymentCallback }, '7-12': { request: refundCallback },
};
/** The length of these counts the code of each line of a list (reading of 1.1.7.1.2-a). */
const lists: Readonly<Record<string, string>> = { subMerchantOrder: 'subMerchantNo', subMerchantRefund: 'subMerchantNo' };
/** The document's length is room for a code that is one digit. */
const codes = new Set(['orderState', 'refundState']);

function schemaOf(table: MatrixTable, side: 'request' | 'response'): TObject | undefined {
  if (table.method !== undefined && isGatewayMethod(table.method)) return gatewayMethods[table.method][side === 'request' ? 'requestSchema' : 'responseSchema'];
  return schemasOfTables[table.tableNo]?.[side];
}

/** Longest text that a field takes, by the wire's count. */
function lengthOf(field: TSchema, name: string): unknown {
  const list = lists[name];
  if (list !== undefined) return (field['items'] as TObject).properties[list]?.['wireLength'];
  if (field['calendar'] !== undefined) return field['calendar'] === 'day' ? 8 : 14;
  return field['wireLength'];
}

function compare(schema: TObject, { name, need, length }: MatrixField, side: 'request' | 'response'): void {
  const field = schema.properties[name] ?? expect.fail(`${name} is missing`);
  // An answer may promise what the matrix leaves open.
  if (side === 'request' || need !== 'O') expect(schema.required?.includes(name) ?? false, `${name} mandatory`).to.equal(need === 'M');
  if (length !== undefined && !codes.has(name)) expect(lengthOf(field, name), `length of ${name}`).to.equal(length);
}

describe('gateway contract against the requirement matrix', () => {
  it('covers all tables of payment, refund and statements (1.1.7.1.1-c, -d)', () => {
    expect(gatewayTables.map(({ tableNo }) => tableNo)).to.deep.equal(['7-2', '7-3', '7-4', '7-5', '7-6', '7-7', '7-8', '7-9', '7-10', '7-11', '7-12', '7-13', '7-14']);
  });

  for (const table of gatewayTables) {
    for (const side of ['request', 'response'] as const) {
      if (table[side].length === 0) continue;
      it(`has every field of table ${table.tableNo} (${side}) with its duty and length`, () => {
        const schema = schemaOf(table, side) ?? expect.fail(`no schema for table ${table.tableNo}`);
        for (const field of table[side]) compare(schema, field, side);
      });
    }
  }
});
