import { spawn } from 'node:child_process';
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DemoDeveloper } from '../../bootstrap/profiles/embedded/provision.js';
import { canonicalText } from '../../contracts/sdk/canonical-text.js';
import { createVerifier } from '../../contracts/sdk/signing.js';
import { freePorts } from '../support/city.js';
import type { RowSample } from './floor-rows.js';
import type { FloorPlan } from './floor.js';
import { answers, endWithUs, stopChild } from './product.js';

export interface FloorProcess {
  readonly pid: number;
  readonly baseUrl: string;
  isGenuine(devId: string, answer: string): boolean;
  stop(): Promise<void>;
}

/** Starts the floor with the product's developers, and with answer keys of its own. */
export async function startFloor(folder: string, sample: RowSample, developers: readonly DemoDeveloper[]): Promise<FloorProcess> {
  const [port = 0] = await freePorts(1);
  const known = developers.map(({ devId, algorithm, privateKeyPem }) => {
    const { privateKey } = algorithm === 'RSA2' ? generateKeyPairSync('rsa', { modulusLength: 2048 }) : generateKeyPairSync('ec', { namedCurve: 'SM2' });
    // Through PEM: only a key read from its encoding signs as SM2.
    const answerKeyPem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    return { devId, algorithm, publicKeyPem: publicHalf(privateKeyPem), answerKeyPem };
  });
  const plan: FloorPlan = { port, databaseFile: join(folder, 'floor.db'), sample, developers: known };
  const planFile = join(folder, 'floor.json');
  writeFileSync(planFile, JSON.stringify(plan), { mode: 0o600 });
  const child = spawn(process.execPath, [fileURLToPath(new URL('./floor.js', import.meta.url)), planFile], { stdio: ['ignore', 'ignore', 'pipe'] });
  endWithUs(child);
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => { complaint = (complaint + chunk.toString('utf8')).slice(-2000); });
  const baseUrl = `http://127.0.0.1:${port}`;
  await answers(child, `${baseUrl}/healthz`, () => complaint);
  const verifiers = new Map(known.map(({ devId, algorithm, answerKeyPem }) => [devId, createVerifier(publicHalf(answerKeyPem), { algorithm })]));
  return {
    pid: child.pid ?? 0, baseUrl, stop: () => stopChild(child),
    isGenuine: (devId, answer) => {
      const { sign = '', ...rest } = JSON.parse(answer) as Record<string, string>;
      return verifiers.get(devId)?.(canonicalText(rest), sign) === true;
    },
  };
}

const publicHalf = (privateKeyPem: string): string => createPublicKey(privateKeyPem).export({ type: 'spki', format: 'pem' }).toString();
