import { Type, type Static } from '@sinclair/typebox';
import { closed } from './schemas.js';

/** Of each text that is pasted: many times what a request has. */
const maxPasted = 30_000;
const text = Type.String();
const devId = Type.String({ minLength: 1, maxLength: 64, pattern: '^[A-Za-z0-9_-]+$', description: '开发者' });

export const checkSignature = closed({
  devId, request: Type.String({ minLength: 1, maxLength: maxPasted, description: '请求' }), signature: Type.Optional(Type.String({ minLength: 1, maxLength: 4000, description: '签名' })),
  signedText: Type.Optional(Type.String({ minLength: 1, maxLength: maxPasted, description: '对方的待签名文本' })),
});

const neighbours = closed({ from: Type.Integer(), bytes: Type.Array(Type.Integer()), length: Type.Integer() });
/** Each in the order in which the gateway looks at it; `isGood` undefined: it could not be looked at. */
const step = closed({ title: text, isGood: Type.Optional(Type.Boolean()), words: text });
export const workbenchAnswer = closed({
  steps: Type.Array(step), algorithm: text, canonicalText: text, digest: Type.Optional(text), isVerified: Type.Boolean(), verdict: text, explanation: Type.Array(text),
  pasted: Type.Optional(closed({ words: text, difference: Type.Optional(closed({ at: Type.Integer(), expected: neighbours, given: neighbours })) })),
});
export const workbenchChoices = closed({
  developers: Type.Array(closed({ devId: text, developerName: text, algorithm: text })), samples: Type.Array(closed({ language: text, needs: text, code: text })),
});
/** A request without its signature, and the text to sign. */
export const workbenchSample = closed({ request: text, canonicalText: text });

export type CheckSignatureBody = Static<typeof checkSignature>;
export type WorkbenchAnswer = Static<typeof workbenchAnswer>;
export type WorkbenchChoices = Static<typeof workbenchChoices>;
export type WorkbenchSample = Static<typeof workbenchSample>;
