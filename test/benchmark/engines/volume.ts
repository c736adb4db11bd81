import { closeSync, mkdirSync, openSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { ownRedis } from '../../support/own-server.js';
import type { BenchServer } from './bench-database.js';
import { openInstallation } from './installation.js';
import { payRound } from './payment-round.js';

/** What one payment adds elsewhere than in the database: log at level `info`, words over Redis, bytes between platform and database. */
export interface Volume { readonly engine: string; readonly payments: number; readonly logBytes: number; readonly redisBefore: number; readonly redisPeak: number; readonly databaseWire: number }

const payments = 200;
const warmUp = 20;

export async function measureVolume(folder: string, server: BenchServer): Promise<Volume> {
  mkdirSync(folder, { recursive: true });
  const redis = await ownRedis();
  await redis.start();
  const port = Number(new URL(redis.address).port);
  const logFile = join(folder, 'log');
  const log = openSync(logFile, 'a', 0o600);
  const place = await openInstallation({ name: 'volume', folder: join(folder, 'site'), server, workers: 1, settings: { TONGJIAO_LOG_LEVEL: 'info', TONGJIAO_REDIS: redis.address }, log });
  try {
    await payRound(place, 4, { payments: warmUp });
    const before = { log: statSync(logFile).size, redis: await redisMemory(port, 'used_memory'), wire: await wireBytes(place.engine.writer, server.engine) };
    const round = await payRound(place, 4, { payments });
    const each = (value: number): number => value / round.payments;
    return {
      engine: server.engine, payments: round.payments, logBytes: each(statSync(logFile).size - before.log), redisBefore: before.redis, redisPeak: await redisMemory(port, 'used_memory_peak'),
      databaseWire: each(await wireBytes(place.engine.writer, server.engine) - before.wire),
    };
  } finally {
    await place.close();
    closeSync(log);
    await redis.remove();
  }
}

/** Both ways, all connections; MySQL family only. */
async function wireBytes(writer: { raw(sql: string): PromiseLike<unknown> }, engine: string): Promise<number> {
  if (engine !== 'mysql') return Number.NaN;
  const answer = await writer.raw("show global status where variable_name in ('Bytes_received', 'Bytes_sent')") as readonly [readonly { readonly Value: string }[]];
  return answer[0].reduce((sum, row) => sum + Number(row.Value), 0);
}

/** One figure of Redis' INFO memory. */
function redisMemory(port: number, name: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => { socket.write('INFO memory\r\n'); });
    let text = '';
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('latin1');
      const found = new RegExp(`^${name}:(\\d+)\\r$`, 'm').exec(text)?.[1];
      if (found !== undefined) { socket.destroy(); resolve(Number(found)); }
    });
    socket.once('error', reject);
  });
}
