import { expect, it } from 'vitest';
import { isWebview } from './is-webview.ts';

const android = 'Mozilla/5.0 (Linux; Android 15; Pixel 9';
const iPhone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const chrome = 'AppleWebKit/537.36 (KHTML, like Gecko)';

it.each([
  ['an Android app', `${android}; wv) ${chrome} Version/4.0 Chrome/138.0.0.0 Mobile Safari/537.36`, true],
  ['an iPhone app', `${iPhone} Mobile/15E148`, true],
  ['an iPhone app that adds its name', `${iPhone} Mobile/15E148 Instagram 390.0.0.28.85`, true],
  ['Chrome on Android', `${android}) ${chrome} Chrome/138.0.0.0 Mobile Safari/537.36`, false],
  ['Safari on an iPhone', `${iPhone} Version/18.5 Mobile/15E148 Safari/604.1`, false],
  ['Chrome on an iPhone', `${iPhone} CriOS/138.0.7204.156 Mobile/15E148 Safari/604.1`, false],
  ['Firefox on a desk', 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', false],
  [
    'Safari on a desk',
    `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${chrome} Version/18.5 Safari/605.1.15`,
    false,
  ],
])('C-09 tells %s from its user agent', (_, userAgent, expected) => {
  expect(isWebview(userAgent)).toBe(expected);
});
