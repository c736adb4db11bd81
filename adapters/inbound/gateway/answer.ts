import type { Response } from 'express';
import { emptyData } from '../../../contracts/gateway/envelope.js';
import type { GatewayCode } from '../../../contracts/gateway/codes.js';
import { canonicalText } from '../../../domain/access/canonical-text.js';
import type { Developer } from '../../../domain/directory/developer.js';
import type { Signer } from '../../../application/ports/signatures.js';
import { messageOf, type Refusal } from './refusal.js';

/** Name of the platform's own signing key for an algorithm. */
export const platformKeyName = (algorithm: string): string => `platform.${algorithm}`;

/** Signed answers: table 7-3, with the platform's key of the developer's algorithm and encoding (GW-12). */
export class AnswerWriter {
  readonly #signer: Signer;

  constructor(signer: Signer) {
    this.#signer = signer;
  }

  async success(response: Response, developer: Developer, data: object): Promise<void> {
    await this.#write(response, 200, '10000', undefined, developer, Buffer.from(JSON.stringify(data), 'utf8').toString('base64'));
  }

  /** `developer` undefined: nobody was recognised, the answer is unsigned and says nothing else. `explanation` goes into `data` (embedded profile). */
  async refuse(response: Response, refused: Refusal, developer: Developer | undefined, explanation?: object): Promise<void> {
    if (refused.status === 405) response.set('allow', 'POST');
    // A body that never ends must not hold the connection once it has been answered.
    if (refused.status === 408) response.set('connection', 'close');
    if (refused.retryAfterSeconds !== undefined) response.set('retry-after', String(refused.retryAfterSeconds));
    const data = explanation === undefined ? emptyData : Buffer.from(JSON.stringify(explanation), 'utf8').toString('base64');
    await this.#write(response, refused.status, refused.code, refused, developer, data);
  }

  async #write(response: Response, status: number, code: GatewayCode, refused: Refusal | undefined, developer: Developer | undefined, data: string): Promise<void> {
    const said: Record<string, string> = { code, msg: messageOf(code), data };
    if (refused?.subCode !== undefined) said['subCode'] = refused.subCode;
    if (refused?.subMsg !== undefined) said['subMsg'] = refused.subMsg;
    said['sign'] = developer ? await this.#signer.sign(platformKeyName(developer.scheme.algorithm), developer.scheme, canonicalText(said)) : '';
    const body = Buffer.from(JSON.stringify(said), 'utf8');
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'content-length': body.length, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    response.end(body);
  }
}
