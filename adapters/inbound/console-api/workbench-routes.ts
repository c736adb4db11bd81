import type { CheckSignature } from '../../../application/developers/check-signature.js';
import type { ReadDevelopers } from '../../../application/developers/read-developers.js';
import { checkSignature, workbenchAnswer, workbenchChoices, workbenchSample, type CheckSignatureBody, type WorkbenchAnswer, type WorkbenchChoices, type WorkbenchSample } from '../../../contracts/console/workbench.js';
import { gatewayVersion } from '../../../contracts/gateway/envelope.js';
import { signingSamples } from '../../../contracts/gateway/signing-samples.js';
import { canonicalText } from '../../../domain/access/canonical-text.js';
import type { Difference, Neighbours } from '../../../domain/access/text-difference.js';
import { longTime } from '../../../domain/kernel/china-time.js';
import { isRefusal } from '../gateway/refusal.js';
import { refused, type ConsoleRoute, type OwnCall } from './route.js';
import { gatewaySteps, readRequest, refusalWords } from './workbench-reading.js';
import { pastedWords, verdictOf } from './workbench-words.js';

export interface WorkbenchDeps { readonly workbench: CheckSignature; readonly read: ReadDevelopers; readonly now: () => number; readonly timestampWindowMs: number }

/** 签名工作台 for support and integrators. What is pasted is answered and forgotten: it is in no log and no row. */
export function workbenchRoutes({ workbench, read, now, timestampWindowMs }: WorkbenchDeps): readonly ConsoleRoute[] {
  const access = { permission: 'platform.workbench.use' } as const;
  return [
    {
      name: 'workbench.choices', method: 'GET', path: '/workbench/choices', access, summary: '签名工作台可选的开发者和签名示例', answer: workbenchChoices,
      handle: async () => ({ body: { developers: (await read.all()).map(({ devId, developerName, scheme }) => ({ devId, developerName, algorithm: scheme.algorithm })), samples } satisfies WorkbenchChoices }),
    },
    {
      name: 'workbench.sample', method: 'GET', path: '/workbench/sample/:devId', access, summary: '签名样例请求', answer: workbenchSample,
      handle: async ({ params }: OwnCall<never>) => {
        const developer = await read.one(params['devId'] ?? '');
        return developer === undefined ? refused('NOT_FOUND') : { body: sampleOf(developer.devId, developer.merchantNos[0], now()) };
      },
    },
    {
      name: 'workbench.check', method: 'POST', path: '/workbench/check', access, summary: '检查请求签名', answer: workbenchAnswer, body: checkSignature,
      handle: async ({ body, who: { operator } }: OwnCall<CheckSignatureBody>) => {
        const request = readRequest(body.request, body.signature);
        if (isRefusal(request)) return refused('REFUSED', { field: 'request', message: `网关不能读取这个请求：${refusalWords(request)}` });
        const came = await workbench.run(operator.operatorNo, { devId: body.devId, parameters: request.parameters, signature: request.signature, signedText: body.signedText });
        if (!came.ok) return came.refusal === 'too-many' ? refused('TOO_MANY') : refused('REFUSED', { field: 'devId', message: '没有这个开发者' });
        const { developer, canonicalText: text, digest, verified, pasted } = came.value;
        const words = pastedWords(came.value);
        return {
          body: {
            steps: gatewaySteps(request, developer, await read.roles(), now(), timestampWindowMs).map((step) => ({ ...step })), algorithm: developer.scheme.algorithm, canonicalText: text, ...(digest !== undefined && { digest }),
            isVerified: verified !== undefined, ...verdictOf(came.value, request.signature),
            ...(words !== undefined && { pasted: { words, ...(pasted?.difference && { difference: plain(pasted.difference) }) } }),
          } satisfies WorkbenchAnswer,
        };
      },
    },
  ];
}

const samples = signingSamples.map((sample) => ({ ...sample }));

/** An order query: it changes nothing, whoever sends it. */
function sampleOf(devId: string, merchantNo: string | undefined, now: number): WorkbenchSample {
  const data = { merchantNo: merchantNo ?? 'M00000000001', bizOrderNo: 'SAMPLE-1', orderDate: longTime(now).slice(0, 8) };
  const parameters = { version: gatewayVersion, method: 'epay-trade-core.order.query', timestamp: longTime(now), devId, data: Buffer.from(JSON.stringify(data), 'utf8').toString('base64') };
  return { request: JSON.stringify({ ...parameters, sign: '' }, undefined, 2), canonicalText: canonicalText(parameters) };
}

const neighbours = ({ from, bytes, length }: Neighbours) => ({ from, bytes: [...bytes], length });
const plain = ({ at, expected, given }: Difference) => ({ at, expected: neighbours(expected), given: neighbours(given) });
