import type { GatewayCode, SubCode } from '../gateway/codes.js';
import type { SignatureExplanation } from '../gateway/envelope.js';

/** Known codes are offered by the editor; a newer platform may send others. */
type Known<T extends string> = T | (string & {});

/** The platform answered "no": a business answer, to be switched on by `code` and `subCode`. 20000 means "unknown, repeat the same request". */
export class GatewayRefusal extends Error {
  override readonly name = 'GatewayRefusal';
  readonly code: Known<GatewayCode>;
  readonly subCode: Known<SubCode> | undefined;
  /** False where the platform could not sign yet (developer not identified): believe nothing but that it was not accepted. */
  readonly verified: boolean;
  /** With 40003 in the embedded profile: the text and digest that the platform computed. */
  readonly explanation: SignatureExplanation | undefined;

  constructor(answer: { code: string; msg: string; subCode?: string; subMsg?: string; verified: boolean; explanation?: SignatureExplanation }) {
    super([answer.code, answer.msg, answer.subCode, answer.subMsg].filter(Boolean).join(' '));
    this.code = answer.code;
    this.subCode = answer.subCode;
    this.verified = answer.verified;
    this.explanation = answer.explanation;
  }
}

/**
 * Nothing can be concluded. `unreachable`: no answer in time; `unreadable`: not an answer of the gateway; `untrusted`: signature missing or
 * wrong, or an answer to another question. After a write the outcome is unknown: query, or repeat the same request.
 */
export class GatewayFault extends Error {
  override readonly name = 'GatewayFault';
  readonly kind: 'unreachable' | 'unreadable' | 'untrusted';

  constructor(kind: 'unreachable' | 'unreadable' | 'untrusted', message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}
