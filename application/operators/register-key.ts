import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import { signedText } from '../../domain/operators/challenge.js';
import { askFor, maskPrint, type OperatorKey } from '../../domain/operators/operator-key.js';
import { auditOperator } from './operator-audit.js';
import type { Asker, OperatorParts } from './operator-parts.js';
import { seeStage, type SeenStage } from './see-stage.js';
import type { Sessions } from './sessions.js';
import { useChallenge } from './use-challenge.js';

/** `signature`: of the text that was asked for (ask-key-question), by the key itself. */
export interface KeyOffer extends Asker { readonly token: string; readonly challengeNo: string; readonly publicKey: string; readonly signature: string; readonly remark: string }
export type KeyOfferRefusal = 'challenge' | 'not-a-key' | 'not-signed' | 'key-taken' | 'waiting-already';

const why: Readonly<Record<KeyOfferRefusal, string>> = {
  challenge: '验证已过期、已使用或不属于本次登录', 'not-a-key': '不是 SM2 曲线上的公钥', 'not-signed': '签名与公钥或待签名文本不符', 'key-taken': '公钥已被登记过', 'waiting-already': '已有待审批的 UKey',
};

/**
 * Somebody who is signed in, and has just shown the second factor, hands in the key of an own UKey and shows to have it (AUTH-03). It counts once a security
 * officer has agreed (manage-keys): nobody puts in a key for another's account, and nobody alone one for the own.
 */
export class RegisterKey {
  readonly #parts: OperatorParts;
  readonly #sessions: Sessions;

  constructor(parts: OperatorParts, sessions: Sessions) {
    [this.#parts, this.#sessions] = [parts, sessions];
  }

  async run(offer: KeyOffer): Promise<Result<OperatorKey, KeyOfferRefusal | 'not-signed-in'>> {
    const seen = await seeStage(this.#parts, this.#sessions.hashesOf(offer.token), 'signed-in');
    if (seen === undefined) return refuse('not-signed-in');
    const print = await this.#proven(offer, seen);
    const asked = print.ok ? await this.#ask(offer, seen, print.value) : print;
    if (!asked.ok) await this.#refused(offer, seen, asked.refusal);
    return asked;
  }

  /** The print of a key that whoever offers it has in hand. */
  async #proven({ challengeNo, publicKey, signature }: KeyOffer, { session, operator }: SeenStage): Promise<Result<string, KeyOfferRefusal>> {
    const challenge = await useChallenge(this.#parts, challengeNo, 'ukey-register', session.sessionNo);
    if (!challenge.ok) return challenge;
    const read = this.#parts.publicKeys.read('SM2', publicKey);
    if (!read.ok) return refuse('not-a-key');
    const text = signedText('register', operator.account, challenge.value.nonce, this.#parts.origin);
    return this.#parts.keySignatures.isSigned(publicKey, text, signature) ? ok(read.fingerprint) : refuse('not-signed');
  }

  async #ask(offer: KeyOffer, { operator: { operatorNo } }: SeenStage, print: string): Promise<Result<OperatorKey, KeyOfferRefusal>> {
    const { unitOfWork, ids, clock } = this.#parts;
    return unitOfWork.run(async (stores): Promise<Result<OperatorKey, KeyOfferRefusal>> => {
      const { operators } = stores;
      if ((await operators.keysOf(operatorNo)).some(({ state }) => state === 'asked')) return refuse('waiting-already');
      const before = await operators.keyByPrint(print);
      const asked = askFor({ keyNo: ids.next(), operatorNo, publicKey: offer.publicKey, print }, before, { at: clock.now(), remark: offer.remark });
      if (!asked.ok) return asked;
      if (before !== undefined) await operators.putKey(asked.value);
      else await operators.addKey(asked.value);
      await auditOperator(stores, this.#parts, offer, { by: operatorNo, about: operatorNo, action: 'operator.key-asked', description: '申请登记 UKey', after: { keyNo: asked.value.keyNo, print: maskPrint(print) } });
      return asked;
    });
  }

  async #refused(offer: KeyOffer, { operator: { operatorNo } }: SeenStage, refusal: KeyOfferRefusal): Promise<void> {
    await this.#parts.unitOfWork.run((stores) => auditOperator(stores, this.#parts, offer, { by: operatorNo, about: operatorNo, action: 'operator.key-refused', description: `登记 UKey 未通过：${why[refusal]}` }));
  }
}
