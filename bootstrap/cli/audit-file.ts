import { createReadStream, statSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { NodeDigests } from '../../adapters/outbound/crypto/digests.js';
import { NodeSigner } from '../../adapters/outbound/crypto/node-signer.js';
import { NodeVerifier } from '../../adapters/outbound/crypto/node-verifier.js';
import { PublicKeys } from '../../adapters/outbound/crypto/public-keys.js';
import { createSm2Engine, selfTestCrypto } from '../../adapters/outbound/crypto/self-test.js';
import { SoftwareVault } from '../../adapters/outbound/crypto/software-vault.js';
import { fileFaultWords, fileWholeWords } from '../../application/operators/audit-file-words.js';
import { headKey, headKeyName } from '../../application/operators/head-key.js';
import { VerifyAuditFile } from '../../application/operators/verify-audit-file.js';
import { ConfigError, readConfig } from '../config.js';
import { existingKeyStore } from '../secrets.js';

/** Many times what is exported at once. */
const maxFileBytes = 1024 * 1024 * 1024;

/** A file of the operation log, far from the database: with the key store each code is made again, without it what the signatures cover is verified (AUD-07). */
export async function verifyFile(file: string, { '--key': keyName, '--keystore': keyStoreFile }: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat?.isFile() !== true) throw new ConfigError(`没有文件 ${file}`);
  if (stat.size > maxFileBytes) throw new ConfigError(`${file} 超过 1 GB，不是本平台导出的文件`);
  selfTestCrypto();
  const [sm2, keys] = [createSm2Engine(), new PublicKeys()];
  const store = keyStoreFile === undefined ? undefined : await existingKeyStore(readConfig(process.env), process.env, keyStoreFile);
  // Whoever has the key store knows which key signs here: a file that was cut short and sealed by another one is none of this installation.
  const believed = keyName ?? (store?.has(headKey) ? await headKeyName({ signer: new NodeSigner({ signingKey: (name) => store.findSigningKey(name) }, sm2), keys }) : undefined);
  const lines = createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity });
  const came = await new VerifyAuditFile({ digests: new NodeDigests(), verifier: new NodeVerifier(sm2), keys, vault: store && new SoftwareVault(store), keyName: believed }).run(lines);
  if (!came.ok) throw new Error(`${file}：${fileFaultWords(came)}`);
  return fileWholeWords(came);
}
