import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isPublicAddress } from './ranges.ts';

describe('an address of the public Internet', () => {
  test.each(['8.8.8.8', '1.1.1.1', '172.15.255.255', '172.32.0.0', '100.63.255.255', '2606:4700:4700::1111', '2a00:1450:4003::1'])(
    '%s is one',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );
  test.each([
    ['127.0.0.1', 'this machine'],
    ['127.255.255.254', 'this machine'],
    ['0.0.0.0', 'this network'],
    ['10.1.2.3', 'private'],
    ['172.16.0.1', 'private'],
    ['172.31.255.255', 'private'],
    ['192.168.1.1', 'private'],
    ['100.64.0.1', 'shared by a carrier'],
    ['169.254.169.254', 'link-local, where clouds keep their keys'],
    ['224.0.0.1', 'multicast'],
    ['255.255.255.255', 'broadcast'],
    ['::1', 'this machine'],
    ['::', 'nobody'],
    ['fe80::1', 'link-local'],
    ['fe80::1%eth0', 'link-local, with its zone'],
    ['fd00::1', 'unique local'],
    ['ff02::1', 'multicast'],
    ['::ffff:127.0.0.1', 'IPv4 in IPv6'],
    ['::ffff:7f00:1', 'IPv4 in IPv6, in hexadecimal'],
    ['::127.0.0.1', 'IPv4 in IPv6, the former way'],
    ['64:ff9b::10.0.0.1', 'IPv4 translated'],
    ['2002:7f00:1::', 'IPv4 in 6to4'],
    ['localhost', 'no address'],
    ['', 'no address'],
    ['127.1', 'no address as written'],
  ])('%s is none: %s', (address) => expect(isPublicAddress(address)).toBe(false));

  test('an IPv4 address is judged alike inside IPv6', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        const groups = address.split('.').map(Number);
        const hex = (high = 0, low = 0) => ((high << 8) | low).toString(16);
        const inner = `${hex(groups[0], groups[1])}:${hex(groups[2], groups[3])}`;
        expect(isPublicAddress(`::ffff:${inner}`)).toBe(isPublicAddress(address));
        expect(isPublicAddress(`64:ff9b::${inner}`)).toBe(isPublicAddress(address));
      }),
    );
  });
});
