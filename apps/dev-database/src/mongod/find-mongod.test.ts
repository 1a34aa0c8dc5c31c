import { expect, test } from 'vitest';
import { isSupported, parseVersion } from './find-mongod.ts';

test('the version is read out of what mongod prints', () => {
  expect(parseVersion('db version v7.0.15\nBuild Info: {\n  "version": "7.0.15"\n}\n')).toBe('7.0.15');
  expect(parseVersion('mongod: error while loading shared libraries')).toBeUndefined();
});

test.each([
  ['3.6.23', false],
  ['4.2.24', false],
  ['4.4.0', true],
  ['10.0.1', true],
])('%s is one that drivers talk to: %s', (version, supported) => {
  expect(isSupported(version)).toBe(supported);
});
