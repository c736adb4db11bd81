/**
 * What counts as one place where limits are kept for whoever asks: an IPv4 address, or the network of 64 bits that an IPv6 connection is given. Text that is no
 * address counts as itself.
 */
export function askerOf(address: string): string {
  const plain = address.toLowerCase().replace(/^::ffff:(?=[0-9]+\.)/, '').replace(/%.*$/, '');
  if (!plain.includes(':')) return plain.slice(0, 64);
  const [head = '', tail] = plain.split('::');
  const before = groupsOf(head);
  const after = tail === undefined ? [] : groupsOf(tail);
  const gap = tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0');
  return `${[...before, ...gap, ...after].slice(0, 4).map((group) => group.replace(/^0+(?=.)/, '')).join(':')}/64`;
}

const groupsOf = (text: string): readonly string[] => (text === '' ? [] : text.slice(0, 64).split(':'));
