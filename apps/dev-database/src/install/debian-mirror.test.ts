import { expect, test } from 'vitest';
import { chooseRelease, chooseTarget } from './debian-mirror.ts';

test('the main archive is chosen over security updates and other vendors', () => {
  const targets = [
    'http://mirror.example/debian-security/ Debian-Security',
    'https://vendor.example/repo/ Vendor',
    'http://mirror.example/debian/ Debian',
    '',
  ];
  expect(chooseTarget(targets.join('\n'))).toBe('http://mirror.example/debian/');
});

test('a machine with other archives only has none', () => {
  expect(chooseTarget('http://mirror.example/ubuntu/ Ubuntu\n')).toBeUndefined();
  expect(
    chooseRelease("'http://mirror.example/ubuntu/dists/noble/InRelease' mirror_InRelease 0 \n"),
  ).toBeUndefined();
  expect(chooseTarget('')).toBeUndefined();
  expect(chooseRelease('')).toBeUndefined();
});

test('before the first update the archive is found in the addresses apt would ask for', () => {
  const addresses = [
    "'http://mirror.example/debian-security/dists/trixie-security/InRelease' security_InRelease 0 ",
    "'http://mirror.example/debian/dists/trixie/InRelease' mirror_InRelease 0 ",
  ];
  expect(chooseRelease(addresses.join('\n'))).toBe('http://mirror.example/debian/');
});
