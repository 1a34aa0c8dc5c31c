import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { german } from '../languages/de.ts';
import { renderInWorld } from '../testing/render-in-world.tsx';
import { SalesChannels } from './sales-channels.tsx';

it('B-03 calls the Manual channel what the reader’s language calls it, in row, filter and list', async () => {
  renderInWorld('manualOnly', <SalesChannels />, { language: german, locale: 'de-DE' });
  const manual = german.messages.channels.types.manual;
  expect(manual).not.toBe('Manual');
  expect(await screen.findByRole('listitem', { name: manual })).toBeVisible();
  const table = await screen.findByRole('table');
  expect((await within(table).findAllByText(manual)).length).toBeGreaterThan(0);
  expect(screen.queryByText('Manual')).toBeNull();
});
