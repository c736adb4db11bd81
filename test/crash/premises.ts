import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts } from '../support/city.js';
import { layKeys } from '../support/kept-keys.js';
import { portNames } from '../support/ports.js';

/** Where one run lives: folder, ports, and the environment with which its two processes are started. */
export interface Premises {
  readonly dataFolder: string;
  /** As the setting `database` writes it. */
  readonly databaseAddress: string;
  readonly credentialsFile: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Of the outside's process, where it is another one than the platform's. */
  readonly outsideEnvironment?: Readonly<Record<string, string | undefined>>;
  readonly baseUrl: string;
  readonly managementUrl: string;
  readonly alipayUrl: string;
  readonly unionpayUrl: string;
  readonly outsideUrl: string;
  readonly businessPort: number;
}

const settings = portNames;

/** Servers under the platform instead of its SQLite file. */
export interface Foundations { readonly database: string; readonly redis: string; readonly workers: number }

export async function findPremises(foundations?: Foundations): Promise<Premises> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'tongjiao-crash-'));
  layKeys(dataFolder);
  const ports = await freePorts(settings.length);
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('TONGJIAO_')));
  const own = Object.fromEntries(settings.map((name, index) => [`TONGJIAO_${name}`, String(ports[index])]));
  const address = (index: number): string => `http://127.0.0.1:${ports[index] ?? 0}`;
  return {
    dataFolder, databaseAddress: foundations?.database ?? `sqlite:${join(dataFolder, 'data', 'tongjiao.db')}`, credentialsFile: join(dataFolder, 'demo', 'credentials.json'),
    environment: { ...inherited, ...own, TONGJIAO_DATA_FOLDER: dataFolder, TONGJIAO_EXTERNAL_OUTSIDE: 'true', TONGJIAO_LOG_LEVEL: 'info', ...on(foundations) },
    baseUrl: address(0), managementUrl: address(1), alipayUrl: address(2), unionpayUrl: address(3), outsideUrl: address(5), businessPort: ports[4] ?? 0,
  };
}

const on = (foundations: Foundations | undefined): Readonly<Record<string, string>> => foundations === undefined
  ? {} : { TONGJIAO_DATABASE: foundations.database, TONGJIAO_REDIS: foundations.redis, TONGJIAO_WORKERS: String(foundations.workers) };
