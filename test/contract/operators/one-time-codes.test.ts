import { createHmac } from 'node:crypto';
import { TotpCodes } from '../../../adapters/outbound/crypto/operators/totp-codes.js';
import { oneTimeCodesContract } from './one-time-codes.contract.js';

/** Written anew from RFC 4226 and RFC 4648, in another way than the product: bits as text, numbers as bigints. */
function shown(secret: string, at: number): string {
  const bits = Array.from(secret, (letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/[01]{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.from(Math.floor(at / 30_000).toString(16).padStart(16, '0'), 'hex');
  const mac = createHmac('sha1', key).update(counter).digest('hex');
  const offset = parseInt(mac.slice(-1), 16) * 2;
  return ((BigInt(`0x${mac.slice(offset, offset + 8)}`) & 0x7fffffffn) % 1_000_000n).toString().padStart(6, '0');
}

oneTimeCodesContract('TOTP', () => new TotpCodes(), shown);
