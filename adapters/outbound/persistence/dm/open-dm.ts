import type { SqlEngine } from '../sql/engine.js';
import type { ColumnSpec } from '../sql/migrations/steps.js';
import { defaultAnswerMs, defaultWaitMs, openUpperCase, type UpperCaseAddress } from '../sql/upper-case/upper-case-engine.js';
import { DmClient } from './dm-client.js';
import { loadDmDriver, type DmAttributes, type DmDriver } from './dm-driver.js';
import { classifyDm } from './dm-errors.js';
import { dmFacts } from './dm-facts.js';

export interface DmOptions extends UpperCaseAddress {
  /** Folder with `ca-cert.pem`, `client-cert.pem` and `client-key.pem`; undefined: no TLS. */
  readonly certificateFolder?: string | undefined;
}

/** DM's usual port. */
export const dmPort = 5236;

/** DM (达梦) 8. Connects at the first use; throws DmDriverMissing where the driver is not installed. */
export function openDm(options: DmOptions, driver: DmDriver = loadDmDriver()): SqlEngine {
  return openUpperCase({
    name: 'dm', client: DmClient, config: { connection: attributesOf(options), driver },
    schema: options.schema, connections: options.connections, waitMs: options.waitMs ?? defaultWaitMs,
    classify: classifyDm, columnType: dmType, facts: dmFacts,
  });
}

function attributesOf({ host, port, user, password, schema, certificateFolder, waitMs = defaultWaitMs, answerMs = defaultAnswerMs }: DmOptions): DmAttributes {
  // The driver would try the password that DM is delivered with.
  if (user === '' || password === undefined || password === '') throw new Error('a DM account needs a name and a password');
  return {
    connectString: `${host}:${port}`, user, password, appName: 'tongjiao', connectTimeout: waitMs, socketTimeout: answerMs,
    // A forgotten autoCommit then fails at commit instead of passing silently.
    autoCommit: false, alwaysAllowCommit: false,
    // Never another server behind our back, never a read from a copy: both would show old money.
    doSwitch: 0, rwSeparate: 0,
    ...(schema === undefined ? {} : { schema: schema.toUpperCase() }), ...(certificateFolder === undefined ? {} : { sslPath: certificateFolder }),
  };
}

/** DM counts bytes unless it was set up with LENGTH_IN_CHAR=1; a character of UTF-8 has four at most. */
const bytesPerCharacter = 4;
/** Longest VARCHAR of DM. */
const mostBytes = 8000;

function dmType(spec: ColumnSpec): string {
  if (spec.kind !== 'text') return spec.kind === 'long-text' ? 'clob' : spec.kind;
  const bytes = spec.ascii ? spec.chars : spec.chars * bytesPerCharacter;
  if (bytes > mostBytes) throw new RangeError(`${spec.name}: a text of ${bytes} bytes is too long for a column of DM`);
  return `varchar(${bytes})`;
}
