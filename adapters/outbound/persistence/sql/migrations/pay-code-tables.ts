import { bigint, code, table, uniqueIndex, type Step } from './steps.js';

/** Pay codes that the platform has given itself, one for each order; a serial of a range is given once. */
export const payCodeTables: readonly Step[] = [
  table('0175-own-pay-code', 'own_pay_code', ['bus_no'], [code('bus_no'), code('pay_code'), code('range_name'), bigint('serial_no'), bigint('given_at')]),
  uniqueIndex('0175-own-pay-code-serial', 'own_pay_code', 'own_pay_code_serial_uq', ['range_name', 'serial_no']),
];
