import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startAlipaySimulator } from '../../../adapters/simulators/alipay/simulator.js';
import type { RunningSimulator } from '../../../adapters/simulators/shared/running-simulator.js';
import { SteppedClock } from '../../../adapters/simulators/shared/stepped-clock.js';
import { startUnionPaySimulator } from '../../../adapters/simulators/unionpay/unionpay-simulator.js';
import { readConfig } from '../../config.js';
import { startBusinessSystems } from './business-systems.js';
import { steppedClockFile } from './clock-file.js';
import { startDemoSystems } from './demo-systems.js';
import type { DemoCredentials } from './provision.js';

/**
 * The simulated outside as a process of its own: Alipay, UnionPay, province, e-bill system, text message platform, data sharing platform and the
 * demo business systems, with one clock. Started by `npm start`, or by a test that kills the platform while the outside lives on. Speaks to the
 * platform over sockets only.
 */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const folder = join(config.dataFolder, 'simulators');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const clockFile = steppedClockFile(config);
  const clock = new SteppedClock();
  clock.advance(savedOffset(clockFile));
  const options = (name: string, port: number) => ({ port, clock, dataFolder: join(folder, name) });
  await Promise.all([startAlipaySimulator(options('alipay', config.alipayPort)), startUnionPaySimulator(options('unionpay', config.unionpayPort)), startDemoSystems(config, clock)]);
  let callers: Promise<readonly RunningSimulator[]> | undefined;
  const startBusiness = async (credentialsFile: string): Promise<object> => {
    callers ??= startBusinessSystems(config, clock, JSON.parse(readFileSync(credentialsFile, 'utf8')) as DemoCredentials);
    return { baseUrls: (await callers).map(({ baseUrl }) => baseUrl) };
  };
  const advance = (ms: number): object => {
    clock.advance(ms);
    writeFileSync(`${clockFile}.new`, JSON.stringify({ offsetMs: clock.offsetMs }));
    renameSync(`${clockFile}.new`, clockFile);
    return { offsetMs: clock.offsetMs };
  };
  const server = createServer((request, response) => {
    control(request, { clock, advance, startBusiness }).then((body) => reply(response, 200, body), (error: unknown) => reply(response, 400, { error: error instanceof Error ? error.message : 'not understood' }));
  });
  await new Promise<void>((resolve, reject) => { server.once('error', reject).listen(config.outsideControlPort, '127.0.0.1', resolve); });
  process.send?.('ready');
  // Started by the platform's process: ends with it.
  process.on('disconnect', () => process.exit(0));
}

interface Controls { readonly clock: SteppedClock; readonly advance: (ms: number) => object; readonly startBusiness: (file: string) => Promise<object> }

async function control(request: IncomingMessage, controls: Controls): Promise<object> {
  if (request.headers.origin !== undefined) throw new Error('not for browsers');
  if (request.method === 'GET' && request.url === '/sim/clock') return { offsetMs: controls.clock.offsetMs };
  const body = JSON.parse(await text(request)) as { ms?: unknown; credentialsFile?: unknown };
  if (request.url === '/sim/clock/advance' && typeof body.ms === 'number') return controls.advance(body.ms);
  if (request.url === '/sim/business' && typeof body.credentialsFile === 'string') return controls.startBusiness(body.credentialsFile);
  throw new Error('no such control');
}

async function text(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) {
    body += String(chunk);
    if (body.length > 4096) throw new Error('too long');
  }
  return body;
}

const reply = (response: ServerResponse, status: number, body: object): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};

const savedOffset = (file: string): number => existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { offsetMs: number }).offsetMs : 0;

main().catch((error: unknown) => {
  const busy = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  process.stderr.write(busy ? `a simulator's port is in use (${error.message}); choose others with TONGJIAO_ALIPAY_PORT, TONGJIAO_UNIONPAY_PORT, TONGJIAO_BUSINESS_PORT, TONGJIAO_OUTSIDE_CONTROL_PORT, TONGJIAO_PROVINCE_PORT, TONGJIAO_PROVINCE_LINE_PORT, TONGJIAO_E_BILL_PORT, TONGJIAO_TEXT_MESSAGE_PORT, TONGJIAO_CITY_APP_PORT, TONGJIAO_SERVICE_HALL_PORT, TONGJIAO_REAL_ESTATE_PORT, TONGJIAO_DATA_SHARING_PORT\n` : `${String(error)}\n`);
  process.exit(1);
});
