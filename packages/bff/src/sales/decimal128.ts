import { Types } from '../database.ts';

const BIAS = 6176;
const ZERO = '0'.charCodeAt(0);
const POINT = '.'.charCodeAt(0);

/**
 * The stored form of a decimal. The driver's own parser is ten times slower, and it would cost a sixth of a whole import; numbers
 * it is not needed for, those of up to 15 digits, are written here.
 */
export function toDecimal128(value: string): Types.Decimal128 {
  const isNegative = value.startsWith('-');
  let coefficient = 0;
  let digits = 0;
  let decimals = -1;
  for (let index = isNegative ? 1 : 0; index < value.length; index += 1) {
    const code = value.charCodeAt(index);
    const digit = code - ZERO;
    if (digit >= 0 && digit <= 9) {
      coefficient = coefficient * 10 + digit;
      digits += 1;
      if (decimals >= 0) decimals += 1;
    } else if (code === POINT && decimals < 0 && digits > 0) decimals = 0;
    else return Types.Decimal128.fromString(value);
  }
  if (digits === 0 || digits > 15 || decimals === 0) return Types.Decimal128.fromString(value);
  const exponent = (BIAS - Math.max(decimals, 0)) << 1;
  // Byte by byte: a view on them would cost more than all the rest.
  const bytes = new Uint8Array(16);
  for (let index = 0, rest = coefficient; rest > 0; index += 1, rest = Math.floor(rest / 256))
    bytes[index] = rest % 256;
  bytes[14] = exponent & 0xff;
  bytes[15] = (exponent >> 8) | (isNegative ? 0x80 : 0);
  return new Types.Decimal128(bytes);
}
