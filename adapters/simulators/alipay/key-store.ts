import { createPrivateKey, createPublicKey, generateKeyPair, type KeyObject } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readRsaPublicKey } from './signing.js';

/** A merchant application known to the simulated Alipay. */
export interface AlipayApp {
  readonly appId: string;
  readonly sellerId: string;
  readonly publicKey: KeyObject;
}

interface StoredApp { readonly appId: string; readonly sellerId: string; readonly appPublicKeyPem: string }

const keyFile = 'alipay-private-key.pem';
const appsFile = 'apps.json';
const maximumApps = 1_000;
const identifier = /^[0-9A-Za-z_-]{1,32}$/;
const generate = promisify(generateKeyPair);

async function readOrNothing(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw fault;
  }
}

// Renamed into place, so that a kill in the middle of writing never leaves half a file.
async function writeWhole(path: string, text: string): Promise<void> {
  await writeFile(`${path}.new`, text, { mode: 0o600 });
  await rename(`${path}.new`, path);
}

async function gatewayKey(folder: string): Promise<KeyObject> {
  const path = join(folder, keyFile);
  const stored = await readOrNothing(path);
  if (stored !== undefined) return createPrivateKey(stored);
  const { privateKey } = await generate('rsa', { modulusLength: 2048 });
  await writeWhole(path, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
  return privateKey;
}

/** Alipay's own key and the registered applications, both kept in the data folder. */
export class KeyStore {
  readonly privateKey: KeyObject;
  readonly publicKeyPem: string;
  /** Bare base64 SPKI, the form in which Alipay shows its key. */
  readonly publicKeyBase64: string;
  readonly #apps = new Map<string, StoredApp & { readonly publicKey: KeyObject }>();
  readonly #appsPath: string;
  #writing: Promise<void> = Promise.resolve();

  private constructor(privateKey: KeyObject, folder: string) {
    const publicKey = createPublicKey(privateKey);
    this.privateKey = privateKey;
    this.publicKeyPem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
    this.publicKeyBase64 = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
    this.#appsPath = join(folder, appsFile);
  }

  /** Reads the folder, creating it and the key at the first start. */
  static async open(folder: string): Promise<KeyStore> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const store = new KeyStore(await gatewayKey(folder), folder);
    const stored = await readOrNothing(store.#appsPath);
    for (const app of JSON.parse(stored ?? '[]') as StoredApp[]) store.#remember(app);
    return store;
  }

  app(appId: string): AlipayApp | undefined {
    return this.#apps.get(appId);
  }

  appIds(): readonly string[] {
    return [...this.#apps.keys()];
  }

  /** Registers an application or replaces its key. Throws RangeError for unusable values. */
  async register(app: StoredApp): Promise<void> {
    if (!identifier.test(app.appId) || !identifier.test(app.sellerId)) throw new RangeError('appId and sellerId are 1 to 32 letters and digits');
    if (!this.#apps.has(app.appId) && this.#apps.size >= maximumApps) throw new RangeError('too many applications');
    this.#remember(app);
    // One after the other: two writers would share the temporary file.
    const write = (): Promise<void> => writeWhole(this.#appsPath, JSON.stringify([...this.#apps.values()].map(({ publicKey: _key, ...rest }) => rest), null, 1));
    this.#writing = this.#writing.then(write, write);
    await this.#writing;
  }

  #remember(app: StoredApp): void {
    this.#apps.set(app.appId, { ...app, publicKey: readRsaPublicKey(app.appPublicKeyPem) });
  }
}
