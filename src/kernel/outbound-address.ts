/**
 * Which addresses of the internet a request may go to: only those that are reachable by everybody. The ranges are those
 * of the IANA special-purpose registries (RFC 6890 and successors); an IPv6 address that carries an IPv4 one
 * (mapped, NAT64, 6to4) is judged by the one inside.
 */
import { BlockList, isIPv4, isIPv6 } from 'node:net';

export type AddressKind = 'public' | 'loopback' | 'private';

const SPECIAL_V4: readonly [network: string, prefix: number][] = [
  ['0.0.0.0', 8], // this network
  ['10.0.0.0', 8],
  ['100.64.0.0', 10], // carrier-grade NAT
  ['169.254.0.0', 16], // link-local, cloud metadata
  ['172.16.0.0', 12],
  ['192.0.0.0', 24], // protocol assignments
  ['192.0.2.0', 24], // documentation
  ['192.88.99.0', 24], // 6to4 relays
  ['192.168.0.0', 16],
  ['198.18.0.0', 15], // benchmarks
  ['198.51.100.0', 24], // documentation
  ['203.0.113.0', 24], // documentation
  ['224.0.0.0', 4], // multicast
  ['240.0.0.0', 4], // reserved, broadcast
];
/** Inside 2000::/3, which is all of IPv6 that is public. */
const SPECIAL_V6: readonly [network: string, prefix: number][] = [
  ['2001::', 23], // protocol assignments: Teredo, benchmarks, ORCHID
  ['2001:db8::', 32], // documentation
  ['3fff::', 20], // documentation
];

const special = new BlockList();
for (const [network, prefix] of SPECIAL_V4) special.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of SPECIAL_V6) special.addSubnet(network, prefix, 'ipv6');
const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
const global6 = new BlockList();
global6.addSubnet('2000::', 3, 'ipv6');

export function kindOfAddress(address: string): AddressKind {
  if (isIPv4(address)) return kindOfV4(address);
  if (!isIPv6(address) || address.includes('%')) return 'private';
  const groups = groupsOf(address);
  const inside = carriedV4(groups);
  if (inside) return kindOfV4(inside);
  if (groups.slice(0, 7).every((group) => group === 0) && groups[7] === 1) return 'loopback';
  return global6.check(address, 'ipv6') && !special.check(address, 'ipv6') ? 'public' : 'private';
}

function kindOfV4(address: string): AddressKind {
  if (loopback.check(address, 'ipv4')) return 'loopback';
  return special.check(address, 'ipv4') ? 'private' : 'public';
}

/** The eight 16-bit groups of a valid IPv6 address, however it is written. */
function groupsOf(address: string): readonly number[] {
  // URL writes the shortest form, with an embedded IPv4 in hexadecimal.
  const [head = '', tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const parse = (part: string): number[] => (part ? part.split(':').map((group) => Number.parseInt(group, 16)) : []);
  const [before, after] = [parse(head), parse(tail ?? '')];
  return [...before, ...Array<number>(8 - before.length - after.length).fill(0), ...after];
}

/** The IPv4 address that a mapped (::ffff:0:0/96), NAT64 (64:ff9b::/96) or 6to4 (2002::/16) address stands for. */
function carriedV4(groups: readonly number[]): string | null {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = groups;
  const zeros = (...list: number[]): boolean => list.every((group) => group === 0);
  if (zeros(a, b, c, d, e) && f === 0xffff) return dotted(g, h);
  if (a === 0x64 && b === 0xff9b && zeros(c, d, e, f)) return dotted(g, h);
  if (a === 0x2002) return dotted(b, c);
  return null;
}

const dotted = (high: number, low: number): string => [high >> 8, high & 255, low >> 8, low & 255].join('.');
