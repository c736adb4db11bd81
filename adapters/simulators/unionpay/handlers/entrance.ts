import type { Merchant } from '../books/merchants.js';
import { signatureHolds, type Fields } from '../crypto/signing.js';
import type { GatewayWorld } from '../gateway-world.js';
import { fieldRefusal, timeRefusal, type EntranceRefusal } from '../rules/field-forms.js';
import { productOf, type Product } from '../rules/products.js';

/** A request that passed every check of the entrance. */
export interface Admitted {
  readonly fields: Fields;
  readonly merchant: Merchant;
  readonly product: Product;
}

const refusal = (code: string, detail = ''): EntranceRefusal => ({ code, detail });

/** The certificate named by certId is the registered one, is valid now, and its key made the signature. */
function signatureRefusal(fields: Fields, merchant: Merchant, nowMs: number): EntranceRefusal | undefined {
  if (fields['signMethod'] !== merchant.signMethod || fields['certId'] !== merchant.certId) return refusal('11');
  if (nowMs < merchant.validFromMs || nowMs > merchant.validToMs) return refusal('11');
  return signatureHolds(fields, merchant.signMethod, merchant.spki, merchant.certId) ? undefined : refusal('11');
}

/** Version, merchant, signature, product, fields, time: in this order, each with its own code (protocol section 6). */
export function admit(world: GatewayWorld, endpoint: Product['endpoint'], fields: Fields): Admitted | EntranceRefusal {
  const nowMs = world.clock.now();
  const missing = ['version', 'encoding', 'signMethod', 'txnType', 'txnSubType', 'bizType', 'merId', 'certId', 'signature'].find((name) => (fields[name] ?? '') === '');
  if (missing !== undefined) return refusal('13', missing);
  if (fields['version'] !== '5.1.0') return refusal('10', 'version');
  if (fields['encoding'] !== 'UTF-8') return refusal('10', 'encoding');
  const merchant = world.merchants.find(fields['merId'] ?? '');
  if (merchant === undefined) return refusal('31');
  const forged = signatureRefusal(fields, merchant, nowMs);
  if (forged !== undefined) return forged;
  const product = productOf(endpoint, fields);
  if (product === undefined) return refusal('32');
  const wrong = fieldRefusal(product, fields) ?? timeRefusal(product, fields, nowMs);
  if (wrong !== undefined) return wrong;
  return world.books.isFull && product.kind !== 'query' && product.kind !== 'file' ? refusal('06') : { fields, merchant, product };
}

export const isRefused = (result: Admitted | EntranceRefusal): result is EntranceRefusal => 'code' in result;
