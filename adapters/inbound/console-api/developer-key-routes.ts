import type { FormerKeys, ManageDeveloperKeys } from '../../../application/developers/manage-developer-keys.js';
import type { ReadDevelopers, ShownKeys } from '../../../application/developers/read-developers.js';
import {
  developerKeys, importKey, retireKey, setOrigins, setScheme, type DeveloperKeys, type ImportKeyBody, type RetireKeyBody, type SetOriginsBody, type SetSchemeBody,
} from '../../../contracts/console/developers.js';
import { done } from '../../../contracts/console/schemas.js';
import { readLongTime, type EpochMs } from '../../../domain/kernel/china-time.js';
import { acting } from './acting.js';
import { answered, doneBody } from './answers.js';
import { sayKey } from './developer-words.js';
import { refused, type ConsoleRoute, type OwnCall } from './route.js';

export interface DeveloperKeyDeps { readonly keys: ManageDeveloperKeys; readonly read: ReadDevelopers }

/** Says no to what is no moment as to a moment that is over. */
const momentOf = (text: string | undefined): EpochMs => { const read = readLongTime(text ?? ''); return read.ok ? read.value : 0; };
const formerOf = ({ former, until }: ImportKeyBody): FormerKeys => (former === 'until' ? { kind: former, at: momentOf(until) } : { kind: former });
const sm2Of = ({ sm2Encoding, sm2UserId }: Pick<SetSchemeBody, 'sm2Encoding' | 'sm2UserId'>) => ({ ...(sm2Encoding && { sm2Encoding }), ...(sm2UserId !== undefined && { sm2UserId }) });

/** 开发者密钥与回调来源设置 (1.1.6.2.1-f). */
export function developerKeyRoutes({ keys, read }: DeveloperKeyDeps): readonly ConsoleRoute[] {
  const access = { permission: 'platform.developers.keys' } as const;
  return [
    {
      name: 'developer-keys.one', method: 'GET', path: '/developers/:devId/keys', access, summary: '一个开发者的公钥和回调来源', requirements: ['1.1.6.2.1-f'], answer: developerKeys,
      handle: async ({ params }: OwnCall<never>) => {
        const shown = await read.keys(params['devId'] ?? '');
        return shown === undefined ? refused('NOT_FOUND') : { body: shownKeys(shown) };
      },
    },
    {
      name: 'developer-keys.import', method: 'POST', path: '/developers/keys/import', access, stepUp: true, summary: '导入开发者公钥', requirements: ['1.1.6.2.1-f'], answer: done, body: importKey,
      handle: async (call: OwnCall<ImportKeyBody>) => {
        const { algorithm, publicKey } = call.body;
        const scheme = algorithm === 'SM2' ? { algorithm, ...sm2Of(call.body) } : { algorithm };
        return answered(await keys.importKey(acting(call), call.body, { scheme, text: publicKey, former: formerOf(call.body) }), doneBody, sayKey);
      },
    },
    {
      name: 'developer-keys.retire', method: 'POST', path: '/developers/keys/retire', access, stepUp: true, summary: '停用开发者公钥', requirements: ['1.1.6.2.1-f'], answer: done, body: retireKey,
      handle: async (call: OwnCall<RetireKeyBody>) => {
        const { fingerprint, until } = call.body;
        return answered(await keys.retireKey(acting(call), call.body, fingerprint, until === undefined ? undefined : momentOf(until)), doneBody, sayKey);
      },
    },
    {
      name: 'developer-keys.scheme', method: 'POST', path: '/developers/keys/scheme', access, stepUp: true, summary: '修改开发者签名参数', requirements: ['1.1.6.2.1-f'], answer: done, body: setScheme,
      handle: async (call: OwnCall<SetSchemeBody>) => answered(await keys.setScheme(acting(call), call.body, sm2Of(call.body)), doneBody, sayKey),
    },
    {
      name: 'developer-keys.origins', method: 'POST', path: '/developers/keys/origins', access, stepUp: true, summary: '修改开发者回调来源', requirements: ['1.1.6.2.1-f'], answer: done, body: setOrigins,
      handle: async (call: OwnCall<SetOriginsBody>) => answered(await keys.setOrigins(acting(call), call.body, call.body.allowedOrigins), doneBody, sayKey),
    },
  ];
}

function shownKeys({ developer: { devId, developerName, version, scheme, allowedOrigins }, keys, platformPems }: ShownKeys): DeveloperKeys {
  const { algorithm, sm2Encoding, sm2UserId } = scheme;
  return {
    devId, developerName, version, algorithm, ...(sm2Encoding && { sm2Encoding }), ...(sm2UserId !== undefined && { sm2UserId }), allowedOrigins: [...allowedOrigins], platformPems: { ...platformPems },
    keys: keys.map(({ fingerprint, sha256, since, until, isAccepted }) => ({ fingerprint, sha256, isAccepted, ...(since !== undefined && { since }), ...(until !== undefined && { until }) })),
  };
}
