import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { requestEnvelope } from '../../../contracts/gateway/envelope.js';
import { wireAnnotations, wireKeywords } from '../../../contracts/gateway/keywords.js';
import { gatewayMethods, type GatewayMethodName } from '../../../contracts/gateway/methods.js';
import { refusal, type Refusal } from './refusal.js';

/** Of the whole process: a schema that it has compiled it knows again. RATE-02: no `$data`, first error only. */
const ajv = new Ajv({ allErrors: false, strict: true, strictRequired: false, unicodeRegExp: true });
for (const { keyword, type, schemaType, validate } of wireKeywords) ajv.addKeyword({ keyword, type, schemaType, validate, errors: false });
ajv.addVocabulary([...wireAnnotations]);

/** Validators of the envelope and of every method's business fields, compiled at the start: no payment waits for one. */
export class SchemaChecks {
  readonly #envelope: ValidateFunction;
  readonly #requests: ReadonlyMap<string, ValidateFunction>;

  constructor() {
    this.#envelope = ajv.compile(requestEnvelope);
    this.#requests = new Map(Object.entries(gatewayMethods).map(([name, method]) => [name, ajv.compile(method.requestSchema)]));
  }

  envelope(parameters: unknown): Refusal | undefined {
    return this.#envelope(parameters) ? undefined : refusalOf(this.#envelope.errors);
  }

  request(method: GatewayMethodName, data: unknown): Refusal | undefined {
    const check = this.#requests.get(method);
    if (!check) throw new Error(`no schema for ${method}`);
    return check(data) ? undefined : refusalOf(check.errors);
  }
}

/** The first error in the caller's terms: which field, and whether it is missing, unknown or malformed. Never its value. */
function refusalOf(errors: readonly ErrorObject[] | null | undefined): Refusal {
  const error = errors?.[0];
  const place = (error?.instancePath ?? '').slice(1).replaceAll('/', '.');
  if (error?.keyword === 'required') {
    const missing = (error.params as { missingProperty: string }).missingProperty;
    return refusal('40001', { subMsg: `缺少字段：${place === '' ? missing : `${place}.${missing}`}` });
  }
  if (error?.keyword === 'additionalProperties') {
    const name = (error.params as { additionalProperty: string }).additionalProperty.replace(/[^A-Za-z0-9_.-]/g, '?').slice(0, 30);
    return refusal('40002', { subMsg: `未知字段：${place === '' ? name : `${place}.${name}`}` });
  }
  const words = error?.keyword === 'wireLength' ? '超过长度' : error?.keyword === 'type' ? '类型须为字符串或规定的结构' : '格式不正确';
  return refusal('40002', { subMsg: `${place === '' ? 'data' : place} ${words}` });
}
