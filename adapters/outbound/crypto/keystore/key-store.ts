import type { SignAlgorithm } from '../../../../application/ports/signatures.js';
import { generateSigningKey, readPrivateKey, type SigningKey } from '../private-keys.js';
import {
  contentFromBytes, contentToBytes, type KeyStoreContent, newContent, openDataKeys, openSigningKeys, withNewDataKey, withSigningKey,
} from './key-store-content.js';
import { KeyStoreError } from './key-store-error.js';
import { createKeyStoreFile, readKeyStoreFile, replaceKeyStoreFile } from './key-store-file.js';
import { type KeyStoreLock, lockText, newLock, unlockAgain, unlockText } from './key-store-lock.js';
import type { DataKey, DataKeyPurpose } from './purposes.js';

const MAX_SIGNING_KEYS = 1000;
const keyName = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/** Opens an existing store. Throws KeyStoreError (mode, damage, wrong passphrase). Takes about 0.3 s, off the main thread. */
export async function openKeyStore(file: string, passphrase: string): Promise<KeyStore> {
  const text = await readKeyStoreFile(file);
  const { lock, clear } = await unlockText(text, passphrase);
  const content = contentFromBytes(clear);
  clear.fill(0);
  return new KeyStore(file, text, lock, content);
}

/** Makes a store with a fresh KEK and one data key per purpose. Throws KeyStoreError where the file exists or the passphrase is short. */
export async function createKeyStore(file: string, passphrase: string): Promise<KeyStore> {
  const lock = await newLock(passphrase);
  const content = newContent();
  const text = lockText(lock, contentToBytes(content));
  await createKeyStoreFile(file, text);
  return new KeyStore(file, text, lock, content);
}

/** Software keys for development and the embedded profile (KEY-01, KEY-04); production puts an HSM behind the same ports. */
export class KeyStore {
  readonly #file: string;
  readonly #lock: KeyStoreLock;
  #text: string;
  #content: KeyStoreContent;
  #dataKeys: ReadonlyMap<DataKeyPurpose, readonly DataKey[]>;
  #signingKeys: ReadonlyMap<string, SigningKey>;
  #lastChange: Promise<unknown> = Promise.resolve();

  constructor(file: string, text: string, lock: KeyStoreLock, content: KeyStoreContent) {
    this.#file = file;
    this.#text = text;
    this.#lock = lock;
    this.#content = content;
    this.#dataKeys = openDataKeys(content);
    this.#signingKeys = openSigningKeys(content);
  }

  has(name: string): boolean { return this.#signingKeys.has(name); }

  /** Names of the signing keys, in the order they were added. */
  names(): readonly string[] { return [...this.#signingKeys.keys()]; }

  /** Makes a key (RSA 2048 or SM2) and saves. Throws KeyStoreError for a bad or taken name. */
  async generateSigningKey(name: string, algorithm: SignAlgorithm): Promise<void> {
    await this.#add(name, () => generateSigningKey(algorithm));
  }

  /** Takes over a key after the checks of KEY-05 and saves. Throws KeyStoreError (name) or BadPrivateKeyError (key). */
  async importSigningKey(name: string, algorithm: SignAlgorithm, pem: string): Promise<void> {
    await this.#add(name, async () => readPrivateKey(algorithm, pem));
  }

  /** New values get a new key from then on (epoch ms of wall time; at once where nothing is said); older keys stay for reading (KEY-02). Returns the new key's id. */
  async rotate(purpose: DataKeyPurpose, usedFrom?: number): Promise<string> {
    await this.#change((content) => withNewDataKey(content, purpose, usedFrom));
    return this.dataKeys(purpose).at(-1)?.id ?? '';
  }

  /** For the signer of this folder only. Throws KeyStoreError for an unknown name. */
  signingKey(name: string): SigningKey {
    const key = this.#signingKeys.get(name);
    if (!key) throw new KeyStoreError(`密钥库中没有名为 ${keyName.test(name) ? name : '（非法名称）'} 的签名密钥`);
    return key;
  }

  /** The same, after a look into the file for a name that is not known: another process may have added it. */
  async findSigningKey(name: string): Promise<SigningKey> {
    if (!this.has(name)) await this.refresh();
    return this.signingKey(name);
  }

  /** Takes over what another process saved since; true when there was something. Throws KeyStoreError and keeps what it has when the file is not this store any more. */
  refresh(): Promise<boolean> {
    const run = this.#lastChange.then(() => this.#takeOver());
    this.#lastChange = run.catch(() => undefined);
    return run;
  }

  /** For vault and MAC adapters only: all keys of the purpose, the newest last. */
  dataKeys(purpose: DataKeyPurpose): readonly DataKey[] { return this.#dataKeys.get(purpose) ?? []; }

  async #add(name: string, make: () => Promise<SigningKey>): Promise<void> {
    if (!keyName.test(name)) throw new KeyStoreError('签名密钥名称只能由字母、数字、点、下划线和连字符组成，最长 64 个字符');
    this.#checkFree(name);
    const key = await make();
    await this.#change((content) => {
      this.#checkFree(name); // two callers may have asked for the same name
      return withSigningKey(content, name, key);
    });
  }

  #checkFree(name: string): void {
    if (this.has(name)) throw new KeyStoreError(`签名密钥 ${name} 已存在，不会覆盖`);
    if (this.#signingKeys.size >= MAX_SIGNING_KEYS) throw new KeyStoreError(`签名密钥数量已达上限 ${MAX_SIGNING_KEYS}`);
  }

  /** One change at a time; memory follows only after the file is safe on disk. */
  #change(step: (content: KeyStoreContent) => KeyStoreContent): Promise<void> {
    const run = this.#lastChange.then(async () => {
      await this.#takeOver();
      await this.#save(step(this.#content));
    });
    this.#lastChange = run.catch(() => undefined);
    return run;
  }

  async #takeOver(): Promise<boolean> {
    const text = await readKeyStoreFile(this.#file);
    if (text === this.#text) return false;
    const clear = unlockAgain(text, this.#lock);
    const content = contentFromBytes(clear);
    clear.fill(0);
    [this.#dataKeys, this.#signingKeys] = [openDataKeys(content), openSigningKeys(content)];
    [this.#text, this.#content] = [text, content];
    return true;
  }

  async #save(content: KeyStoreContent): Promise<void> {
    // What was written is opened again before it replaces anything: a key that cannot be read back is not saved.
    const [dataKeys, signingKeys] = [openDataKeys(content), openSigningKeys(content)];
    // Another process may have added a key in this moment; writing our view over it would lose that key.
    if (await readKeyStoreFile(this.#file) !== this.#text) throw new KeyStoreError('密钥库文件正被其他进程修改，请再操作一次');
    const text = lockText(this.#lock, contentToBytes(content));
    await replaceKeyStoreFile(this.#file, text);
    [this.#text, this.#content, this.#dataKeys, this.#signingKeys] = [text, content, dataKeys, signingKeys];
  }
}
