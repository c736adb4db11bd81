/** One customer of the platform. */
export interface Account {
  readonly ecName: string;
  readonly apId: string;
  readonly secretKey: string;
  /** Code of the signature, and the signature as phones show it. */
  readonly sign: string;
  readonly signText: string;
  readonly templates: ReadonlyMap<string, string>;
  /** Where reports and inbound texts are pushed; not at all where undefined. */
  readonly reportUrl: string | undefined;
  readonly inboundUrl: string | undefined;
}

const mostAccounts = 100;
const mostTemplates = 100;

function textOf(body: Readonly<Record<string, unknown>>, name: string): string {
  const value = body[name];
  if (typeof value !== 'string' || value === '' || value.length > 500) throw new RangeError(`${name} is a text of 1 to 500 signs`);
  return value;
}

function addressOf(body: Readonly<Record<string, unknown>>, name: string): string | undefined {
  if (body[name] === undefined) return undefined;
  const text = textOf(body, name);
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) throw new RangeError(`${name} is an http(s) address`);
  return text;
}

function templatesOf(value: unknown): ReadonlyMap<string, string> {
  if (value === undefined) return new Map();
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new RangeError('templates is an object of texts');
  const templates = value as Readonly<Record<string, unknown>>;
  const ids = Object.keys(templates);
  if (ids.length > mostTemplates) throw new RangeError('too many templates');
  return new Map(ids.map((id) => [id, textOf(templates, id)]));
}

/** Accounts in memory. A second registration of an apId replaces the first. */
export class AccountBook {
  readonly #accounts = new Map<string, Account>();

  register(body: Readonly<Record<string, unknown>>): Account {
    const [ecName, apId, secretKey, sign, signText] = ['ecName', 'apId', 'secretKey', 'sign', 'signText'].map((name) => textOf(body, name)) as [string, string, string, string, string];
    const account: Account = {
      ecName, apId, secretKey, sign, signText, templates: templatesOf(body['templates']), reportUrl: addressOf(body, 'reportUrl'), inboundUrl: addressOf(body, 'inboundUrl'),
    };
    if (!this.#accounts.has(apId) && this.#accounts.size >= mostAccounts) throw new RangeError('too many accounts');
    this.#accounts.set(apId, account);
    return account;
  }

  find(apId: string): Account | undefined { return this.#accounts.get(apId); }
}
