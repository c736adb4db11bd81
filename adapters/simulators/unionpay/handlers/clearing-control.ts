import type { ServerResponse } from 'node:http';
import { clearingFile } from '../clearing/clearing-file.js';
import type { GatewayWorld } from '../gateway-world.js';
import { readChinaTime } from '../wire/china-calendar.js';
import type { ControlAnswer, ControlBody } from './control.js';

/** `{feeRate}` of a merchant in 1/100000, for trades from now on. */
export function setFeeRate({ clearing, merchants }: GatewayWorld, merId: string, body: ControlBody): ControlAnswer {
  if (merchants.find(merId) === undefined) return { status: 404, body: { error: 'no such merchant' } };
  clearing.useFeeRate(merId, body['feeRate'] as number);
  return { status: 200, body: { merId, feeRate: Number(clearing.feeRateOf(merId)) } };
}

/** The zip as an operator would download it by hand, whether it is ready or not. */
export function downloadClearingFile(world: GatewayWorld, merId: string, day: string, response: ServerResponse): void {
  const file = readChinaTime(`${day}000000`) === undefined ? undefined : clearingFile(world, merId, day);
  if (file === undefined) {
    response.writeHead(404, { 'content-type': 'application/json' }).end('{"error":"no trade of this merchant on this day"}');
    return;
  }
  response.writeHead(200, { 'content-type': 'application/zip', 'content-length': file.zip.length, 'content-disposition': `attachment; filename="${file.fileName}"` }).end(file.zip);
}
