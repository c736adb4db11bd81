import { BlockList, isIPv4, isIPv6 } from 'node:net';
import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Addresses of proxies whose `X-Forwarded-For` is believed (TLS-02). Each entry is one address or a CIDR block. */
export function proxyList(entries: readonly string[]): BlockList {
  const list = new BlockList();
  for (const entry of entries) {
    const [address = '', bits] = entry.split('/');
    const family = isIPv4(address) ? 'ipv4' : isIPv6(address) ? 'ipv6' : undefined;
    // Number('') is 0: "10.0.0.0/" would make every address on earth a proxy of ours.
    if (!family || (bits !== undefined && !/^[1-9][0-9]{0,2}$/.test(bits))) throw new Error(`not an address or network: ${entry}`);
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
}

/** The caller's address: the last one in the forwarded chain that is not one of our proxies. Without configured proxies, the socket's. */
export function addressOf(request: IncomingMessage, proxies: BlockList): string {
  let address = plain(request.socket.remoteAddress ?? '');
  const header = request.headers['x-forwarded-for'];
  const forwarded = (Array.isArray(header) ? header.join(',') : header ?? '').split(',').map((part) => part.trim()).filter((part) => part !== '').slice(-10);
  while (forwarded.length > 0 && isIn(proxies, address)) {
    const next = plain(forwarded.pop() ?? '');
    if (!isIPv4(next) && !isIPv6(next)) break;
    address = next;
  }
  return address;
}

/** The socket's address when it forwards for others and is none of our proxies: whoever is behind it is seen as one caller. */
export function unnamedProxyOf(request: IncomingMessage, proxies: BlockList): string | undefined {
  const address = plain(request.socket.remoteAddress ?? '');
  return request.headers['x-forwarded-for'] === undefined || isIn(proxies, address) ? undefined : address;
}

const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/, '');
const isIn = (list: BlockList, address: string): boolean => isIPv4(address) ? list.check(address, 'ipv4') : isIPv6(address) && list.check(address, 'ipv6');

const ids = new WeakMap<IncomingMessage, string>();

/** Our own id of a request, through to channel calls and logs. A caller's id is never taken over: it could imitate another's. */
export function requestIdOf(request: IncomingMessage): string {
  const known = ids.get(request);
  if (known !== undefined) return known;
  const made = randomBytes(9).toString('base64url');
  ids.set(request, made);
  return made;
}
