import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { arabic } from '../languages/ar.ts';
import { SalesChannels } from '../sales-channels/sales-channels.tsx';
import { renderInWorld } from '../testing/render-in-world.tsx';

const ISOLATES = /[\u2066-\u2069]/;

it('N-07 isolates names and numbers in right-to-left sentences, and what stands alone in its element', async () => {
  renderInWorld('connected', <SalesChannels />, {
    language: arabic,
    messages: { channels: { title: 'قنواتي' } },
  });
  const table = await screen.findByRole('table', { name: arabic.messages.sales.tableLabel });
  expect(screen.getByRole('heading', { name: 'قنواتي' })).toBeInTheDocument();
  const rows = await within(table).findAllByRole('button');
  expect(rows[0]).toHaveAccessibleName(/\u2068[^\u2068]+\u2069/);
  const cells = table.querySelectorAll(
    'td:is([data-column=customer], [data-column=channel], [data-column=total])',
  );
  expect(cells.length).toBeGreaterThan(0);
  expect([...cells].every((cell) => cell.querySelector('bdi, .sc-missing') !== null)).toBe(true);
});

it('puts nothing into left-to-right sentences', async () => {
  const { container } = renderInWorld('connected', <SalesChannels />);
  const table = await screen.findByRole('table', { name: 'Sales, newest first' });
  await within(table).findAllByRole('button');
  expect(container.innerHTML).not.toMatch(ISOLATES);
});
