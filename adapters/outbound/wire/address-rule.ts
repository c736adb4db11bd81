import { BlockList, isIP } from 'node:net';

/** Where clouds hand credentials to whoever asks: never a destination of ours (URL-02). */
const metadataAddresses = ['169.254.169.254', '100.100.100.200', 'fd00:ec2::254'];

const groupsInIpv6 = 8;
/** First six groups of addresses that only wrap an IPv4 address: IPv4-mapped (RFC 4291) and NAT64 (RFC 6052). */
const wrappersOfIpv4 = ['0:0:0:0:0:ffff', '64:ff9b:0:0:0:0'];

interface PlainAddress { readonly text: string; readonly family: 'ipv4' | 'ipv6' }

function groupsOf(ipv6: string): readonly number[] {
  // The URL parser writes every spelling in one form, dotted tails included.
  const canonical = new URL(`http://[${ipv6}]/`).hostname.slice(1, -1);
  const [head = '', tail] = canonical.split('::');
  const groups = (text: string | undefined): string[] => (text === undefined || text === '' ? [] : text.split(':'));
  const [front, back] = [groups(head), groups(tail)];
  return [...front, ...Array<string>(groupsInIpv6 - front.length - back.length).fill('0'), ...back].map((group) => Number.parseInt(group, 16));
}

/** One form per destination: `::ffff:127.0.0.1` is 127.0.0.1. Undefined for anything that is not an address (also with a zone index). */
export function plainAddress(text: string): PlainAddress | undefined {
  const family = isIP(text);
  if (family === 4) return { text, family: 'ipv4' };
  if (family !== 6 || text.includes('%')) return undefined;
  const groups = groupsOf(text);
  if (!wrappersOfIpv4.includes(groups.slice(0, 6).map((group) => group.toString(16)).join(':'))) return { text, family: 'ipv6' };
  const bytes = groups.slice(6).flatMap((group) => [group >> 8, group & 255]);
  return { text: bytes.join('.'), family: 'ipv4' };
}

/** Throws RangeError where the list is not CIDR: a misspelt network must not silently allow or refuse. */
function blockListOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const match = /^([0-9a-fA-F:.]+)\/([0-9]{1,3})$/.exec(network);
    const family = isIP(match?.[1] ?? '');
    const prefix = Number(match?.[2]);
    if (!match?.[1] || family === 0 || prefix > (family === 4 ? 32 : 128)) throw new RangeError(`not a network in CIDR form: ${network}`);
    list.addSubnet(match[1], prefix, family === 4 ? 'ipv4' : 'ipv6');
  }
  return list;
}

/** Decides whether a connection to an address may be made. Undefined networks: any address but the metadata ones. */
export function addressRule(networks: readonly string[] | undefined): (address: string) => boolean {
  const metadata = blockListOf(metadataAddresses.map((address) => `${address}/${isIP(address) === 4 ? 32 : 128}`));
  const allowed = networks && blockListOf(networks);
  return (address) => {
    const plain = plainAddress(address);
    if (!plain || metadata.check(plain.text, plain.family)) return false;
    return allowed === undefined || allowed.check(plain.text, plain.family);
  };
}
