import { expect, it } from 'vitest';
import { refusedFields } from './refused-fields.ts';

it.each([
  ['body.date', 'date'],
  ['body.number', 'number'],
  ['body.lines.0.quantity', 'lines.0.quantity'],
  ['body.lines.12.unitPrice', 'lines.12.unitPrice'],
  ['body.lines.1.description', 'lines.1.description'],
  ['body.lines.1', 'lines.1.description'],
  ['body.lines', 'lines.0.description'],
])('M-07 marks for %s the field %s', (path, name) => {
  expect(refusedFields([{ path, message: 'No.' }])).toEqual([{ name, message: 'No.', isProduct: false }]);
});

it('M-03 tells a refused product from a refused description', () => {
  expect(refusedFields([{ path: 'body.lines.2.productId', message: 'No.' }])).toEqual([
    { name: 'lines.2.description', message: 'No.', isProduct: true },
  ]);
});

it('M-07 leaves out what is no field of the form', () => {
  expect(refusedFields([{ path: 'headers.idempotency-key', message: 'No.' }])).toEqual([]);
});
