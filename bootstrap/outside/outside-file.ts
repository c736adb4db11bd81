import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Type, type Static } from '@sinclair/typebox';
import { Ajv } from 'ajv';
import { ConfigError } from '../config.js';
import { readSecretFile } from '../secrets.js';

const closed = { additionalProperties: false } as const;
const settings = Type.Record(Type.String(), Type.Unknown());
/** Relative to the folder of the outside-systems file. */
const secretFile = Type.String({ minLength: 1, maxLength: 500 });

const province = Type.Object({
  /** Of cnnontax-xml the two keys are the tokens of the message code. */
  dialect: Type.Union([Type.Literal('bosssoft-json'), Type.Literal('cnnontax-xml')]), callKeyFile: Type.Optional(secretFile), messageKeyFile: Type.Optional(secretFile), settings,
}, closed);
const eBills = Type.Object({ eBillRegionCodes: Type.Array(Type.String({ pattern: '^[0-9A-Za-z]{1,32}$' }), { minItems: 1 }), keyFile: secretFile, settings }, closed);
const textMessages = Type.Object({ secretKeyFile: secretFile, pushTokenFile: secretFile, settings }, closed);

const dataSharing = Type.Object({
  way: Type.Union([Type.Literal('front-database'), Type.Literal('file'), Type.Literal('api')]), passwordFile: Type.Optional(secretFile), settings,
}, closed);

/** What the setting `outsideSystems` names: one section for each kind of system; what stands nowhere is not connected. */
export const outsideFile = Type.Object({
  provinces: Type.Optional(Type.Array(province)), eBills: Type.Optional(Type.Array(eBills)), textMessages: Type.Optional(textMessages),
  dataSharing: Type.Optional(dataSharing),
}, closed);
export type OutsideFile = Static<typeof outsideFile>;

export interface ReadOutsideFile extends OutsideFile {
  /** The content of a file that the description names. */
  readonly secret: (name: string) => string;
}

/** Throws ConfigError with what is wrong. `undefined`: no file, no outside systems. */
export function readOutsideFile(file: string | undefined, environment: Readonly<Record<string, string | undefined>>): ReadOutsideFile {
  const secret = (name: string): string => readSecretFile(resolve(dirname(file ?? '.'), name), environment);
  if (file === undefined) return { secret };
  if (!existsSync(file)) throw new ConfigError(`outsideSystems names ${file}, which does not exist`);
  const content = parsed(file);
  const check = new Ajv({ allErrors: true }).compile(outsideFile);
  if (!check(content)) throw new ConfigError(`${file} does not describe outside systems: ${(check.errors ?? []).slice(0, 5).map((error) => `${error.instancePath} ${error.message ?? ''}`).join('; ')}`);
  return { ...content, secret };
}

function parsed(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new ConfigError(`${file} cannot be read as JSON: ${error instanceof Error ? error.message : ''}`);
  }
}

/** Settings of one section against its schema, in words for the operator. */
export function checkedSettings<T>(section: string, schema: Parameters<Ajv['compile']>[0], given: unknown): T {
  const check = new Ajv({ allErrors: true, useDefaults: true }).compile(schema);
  const value: unknown = structuredClone(given);
  // The schema was written for T, which only its author can see.
  if (check(value)) return value as T;
  throw new ConfigError(`outside systems, ${section}: ${(check.errors ?? []).slice(0, 5).map((error) => `${error.instancePath} ${error.message ?? ''}`).join('; ')}`);
}
