import { generateKeyPairSync } from 'node:crypto';
import { PublicKeys } from '../../../../adapters/outbound/crypto/public-keys.js';
import { MemoryDatabase } from '../../../../adapters/outbound/persistence/memory/memory-database.js';
import { memoryPersistence } from '../../../../adapters/outbound/persistence/memory/memory-persistence.js';
import { developerDesk } from '../../../../application/developers/developer-desk.js';
import type { DeveloperParts } from '../../../../application/developers/developer-parts.js';
import type { DeveloperFacts } from '../../../../application/developers/manage-developers.js';
import type { Result } from '../../../../domain/kernel/result.js';
import { aPayee } from '../../../builders/directory.js';
import { noon } from '../../../builders/moments.js';
import { CountingIds, FakeVault, HandClock } from '../../../contract/persistence/fakes.js';

export const acting = { address: '192.0.2.7', requestId: 'req-1', by: { operatorNo: '9'.repeat(26) } };
export const facts = (changes: Partial<DeveloperFacts> = {}): DeveloperFacts => ({
  developerName: '网上办事大厅', contactName: '李建国', contactMobile: '138 0013 8000', allowedAddresses: [], requestsPerSecond: 50, textsPayers: true, personalBillUrl: undefined, merchantNos: ['M1'], ...changes,
});
export const publicPem = (algorithm: 'RSA2' | 'SM2'): string =>
  (algorithm === 'RSA2' ? generateKeyPairSync('rsa', { modulusLength: 2048 }) : generateKeyPairSync('ec', { namedCurve: 'SM2' })).publicKey.export({ type: 'spki', format: 'pem' }).toString();
export const rsa = [publicPem('RSA2'), publicPem('RSA2'), publicPem('RSA2'), publicPem('RSA2')] as const;
export const sm2 = [publicPem('SM2'), publicPem('SM2')] as const;
const platform = { 'platform.RSA2': rsa[3], 'platform.SM2': sm2[1] } as const;

/** A platform with two payees, on stores in memory. */
export async function openDeveloperTown() {
  const [clock, vault, ids, database] = [new HandClock(noon), new FakeVault(), new CountingIds('7'), new MemoryDatabase()];
  const store = memoryPersistence({ vault, ids, clock }, database);
  const parts: DeveloperParts = {
    unitOfWork: store.unitOfWork, ids, clock, keyReader: new PublicKeys(), methods: new Set(['m.create', 'm.query']), httpsOnly: true,
    signer: { publicKeyPem: async (name) => platform[name as keyof typeof platform] },
  };
  for (const merchantNo of ['M1', 'M2']) await store.directoryEditor.savePayee(aPayee({ merchantNo }), { kind: 'system', code: 'test', address: undefined });
  const desk = developerDesk(parts);
  const entries = () => database.tables.audit.all(false).map(({ entry }) => entry).filter(({ objectKind }) => objectKind.startsWith('developer'));
  const added = async (changes: Partial<DeveloperFacts> = {}) => must(await desk.developers.add(acting, facts(changes)));
  return { clock, store, desk, entries, added, directory: store.directory, read: (devId: string) => store.unitOfWork.read(({ directory }) => directory.developers.one({ devId })) };
}
export type DeveloperTown = Awaited<ReturnType<typeof openDeveloperTown>>;

export function must<T, R>(came: Result<T, R>): T {
  if (came.ok) return came.value;
  throw new Error(JSON.stringify(came.refusal));
}
/** The code of a refusal; `done` where there is none. */
export const codeOf = <T, R extends { readonly code: string }>(came: Result<T, R>): string => (came.ok ? 'done' : came.refusal.code);
