import { Types } from '../database.ts';

const PLAIN = /^(-?)(\d{1,15})(?:\.(\d{1,15}))?$/;
const BIAS = 6176;

/**
 * The stored form of a decimal. The driver's own parser is ten times slower, and it costs a sixth of a whole import; numbers
 * it is not needed for, those of up to 15 digits, are written here.
 */
export function toDecimal128(value: string): Types.Decimal128 {
  const [, sign, whole = '', fraction = ''] = PLAIN.exec(value) ?? [];
  const digits = whole + fraction;
  if (digits === '' || digits.length > 15) return Types.Decimal128.fromString(value);
  const coefficient = Number(digits);
  const bytes = new Uint8Array(16);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, coefficient % 2 ** 32, true);
  view.setUint32(4, Math.floor(coefficient / 2 ** 32), true);
  view.setUint16(14, ((BIAS - fraction.length) << 1) | (sign ? 0x8000 : 0), true);
  return new Types.Decimal128(bytes);
}
