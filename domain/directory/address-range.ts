/** One address, or a network of them, as numbers. */
interface Range { readonly bits: 32 | 128; readonly value: bigint; readonly prefix: number }

function ipv4(text: string): bigint | undefined {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text)?.slice(1) ?? [];
  // 010 is eight to some and ten to others.
  if (parts.length !== 4 || parts.some((part) => Number(part) > 255 || (part.length > 1 && part.startsWith('0')))) return undefined;
  return parts.reduce((sum, part) => (sum << 8n) | BigInt(part), 0n);
}

function ipv6(text: string): bigint | undefined {
  const halves = text.split('::');
  if (halves.length > 2 || !/^[0-9a-f:]+$/i.test(text)) return undefined;
  const [head = [], tail = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const missing = 8 - head.length - tail.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined;
  const groups = [...head, ...Array.from({ length: halves.length === 1 ? 0 : missing }, () => '0'), ...tail];
  if (groups.some((group) => !/^[0-9a-f]{1,4}$/i.test(group))) return undefined;
  return groups.reduce((sum, group) => (sum << 16n) | BigInt(`0x${group}`), 0n);
}

function rangeOf(text: string): Range | undefined {
  const [address = '', written, ...more] = text.split('/');
  const bits = address.includes(':') ? 128 : 32;
  const value = bits === 128 ? ipv6(address) : ipv4(address);
  if (value === undefined || more.length > 0 || (written !== undefined && !/^[1-9][0-9]{0,2}$/.test(written))) return undefined;
  const prefix = written === undefined ? bits : Number(written);
  return prefix > bits ? undefined : { bits, value, prefix };
}

/**
 * Whether a text is an address (IPv4, IPv6) or a network of them (CIDR) that requests may come from. Refused: /0, which is everybody, and a network
 * with bits set behind its prefix, because nobody knows which of the two was meant.
 */
export function isAddressRange(text: string): boolean {
  const range = rangeOf(text);
  return range !== undefined && (range.value & ((1n << BigInt(range.bits - range.prefix)) - 1n)) === 0n;
}

/** Whether an address lies in a range; false for what is neither. */
export function addressIsIn(range: string, address: string): boolean {
  if (range === address) return true;
  const [within, one] = [rangeOf(range), rangeOf(address)];
  if (within === undefined || one === undefined || within.bits !== one.bits || one.prefix !== one.bits) return false;
  const behind = BigInt(within.bits - within.prefix);
  return within.value >> behind === one.value >> behind;
}
