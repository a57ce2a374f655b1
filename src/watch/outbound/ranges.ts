import { BlockList, isIPv4, isIPv6 } from 'node:net';

/**
 * Addresses that are not of the public Internet: IANA special-purpose registries (RFC 6890 and its updates), multicast and
 * reserved space. An IPv6 address that carries an IPv4 one is judged by that.
 */
const special = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  special.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [
  ['::', 128],
  ['::1', 128],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['3fff::', 20],
  ['5f00::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const)
  special.addSubnet(net, bits, 'ipv6');

/** IPv4 inside IPv6: mapped (::ffff:0:0/96), translated (64:ff9b::/96, RFC 6052) and 6to4 (2002::/16, RFC 3056). */
function embeddedIPv4(address: string): string | undefined {
  const groups = groupsOf(address);
  if (!groups) return undefined;
  const ofTwo = (high = 0, low = 0) => `${high >> 8}.${high & 255}.${low >> 8}.${low & 255}`;
  const [a, b, c, d, e, f, g, h] = groups;
  const zeros = (...some: readonly (number | undefined)[]) => some.every((one) => one === 0);
  if (zeros(a, b, c, d, e) && (f === 0xffff || f === 0)) return ofTwo(g, h);
  if (a === 0x64 && b === 0xff9b && zeros(c, d, e, f)) return ofTwo(g, h);
  return a === 0x2002 ? ofTwo(b, c) : undefined;
}

/** The eight groups of an IPv6 address; a dotted end counts as two. */
function groupsOf(address: string): readonly number[] | undefined {
  const plain = address.replace(/%.*$/, '').replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, a, b, c, d) => {
    const hex = (high: string, low: string) => ((Number(high) << 8) | Number(low)).toString(16);
    return `${hex(a, b)}:${hex(c, d)}`;
  });
  if (!isIPv6(plain)) return undefined;
  const [head = '', tail] = plain.split('::');
  const parts = (text: string) => (text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16)));
  if (tail === undefined) return parts(head);
  const before = parts(head);
  const after = parts(tail);
  return [...before, ...Array<number>(8 - before.length - after.length).fill(0), ...after];
}

/** Whether an IP address belongs to the public Internet. What is no address does not. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !special.check(address, 'ipv4');
  const plain = address.replace(/%.*$/, '');
  if (!isIPv6(plain)) return false;
  const inner = embeddedIPv4(plain);
  if (inner !== undefined && plain !== '::' && plain !== '::1') return isPublicAddress(inner);
  return !special.check(plain, 'ipv6');
}
