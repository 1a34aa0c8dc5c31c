import { createWorld } from '@sales-channels/msw';
import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import {
  NOW,
  dateField,
  openStartDate,
  renderWizard,
  setDate,
  submitButton,
} from '../testing/open-wizard.tsx';

describe('start date', () => {
  it('C-08 says what will be imported, how much and how long it takes', async () => {
    await openStartDate('readyToConnect');
    expect(dateField().value).toBe('2026-01-01');
    const sentence = 'Sales dated on or after Jan 1, 2026 from Brightwater Lighting Co. will be imported.';
    expect(await screen.findByText(sentence)).toBeTruthy();
    expect(await screen.findByText(/^About \d+ sales · \d+ provider calls? · ~\d+ sec$/)).toBeTruthy();
  });

  it('C-08 drops the late answer for a date that was changed', async () => {
    const { world, requests } = await openStartDate('readyToConnect');
    await screen.findByText(/^About/);
    const first = screen.getByText(/^About/).textContent;
    world.latencyMs = 400;
    setDate('2026-11-01');
    await waitFor(() => expect(requests.some(({ url }) => url.includes('from=2026-11-01'))).toBe(true));
    expect(screen.getByText('Counting documents…')).toBeTruthy();
    world.latencyMs = 0;
    setDate('2026-01-01');
    await waitFor(() => expect(screen.getByText(/^About/).textContent).toBe(first));
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(screen.getByText(/^About/).textContent).toBe(first);
  });

  it('C-08 counts once for a date that is being changed', async () => {
    const { requests } = await openStartDate('readyToConnect');
    await screen.findByText(/^About/);
    const before = requests.filter(({ url }) => url.includes('/preview')).length;
    for (const day of ['01', '02', '03', '04']) setDate(`2026-11-${day}`);
    await waitFor(() => expect(screen.getByText(/^About/)).toBeTruthy());
    const urls = requests.filter(({ url }) => url.includes('/preview')).slice(before);
    expect(urls.map(({ url }) => new URL(url).searchParams.get('from'))).toEqual(['2026-11-04']);
  });

  it('C-08 goes on without the count when it fails', async () => {
    const { user, callsOf } = await openStartDate('readyToConnect', (world) => {
      world.faults.previewImport = 'reconnect_required';
    });
    expect(await screen.findByText(/could not be counted/)).toBeTruthy();
    await user.click(submitButton());
    await screen.findByRole('heading', { name: /is connected/ });
    expect(callsOf('POST', '/v1/channels')).toHaveLength(1);
  });

  it('D-08 has ready-made dates', async () => {
    const { user } = await openStartDate('readyToConnect');
    expect(screen.getByRole('button', { name: 'This year' }).getAttribute('aria-pressed')).toBe('true');
    for (const [name, date] of [
      ['30 days', '2026-10-24'],
      ['90 days', '2026-08-25'],
      ['12 months', '2025-11-23'],
      ['All', '1900-01-01'],
    ] as const) {
      await user.click(screen.getByRole('button', { name }));
      expect(dateField().value).toBe(date);
    }
    expect(await screen.findByText(/^All sales from Brightwater Lighting Co\./)).toBeTruthy();
  });

  it('E-07 warns of a date before stock was tracked, naming the day, and goes on all the same', async () => {
    const { user, world, callsOf } = await openStartDate('stockTracked');
    expect(world.context.stockTrackedSince).toBe('2026-10-24');
    expect(await screen.findByText(/^Stock is tracked here since Oct 24, 2026\./)).toBeTruthy();
    setDate('2026-10-24');
    await waitFor(() => expect(screen.queryByText(/^Stock is tracked/)).toBeNull());
    setDate('2026-10-23');
    await screen.findByText(/^Stock is tracked/);
    await user.click(submitButton());
    await screen.findByRole('heading', { name: /is connected/ });
    expect(callsOf('POST', '/v1/channels')).toHaveLength(1);
  });

  it('E-07 warns of nothing where the host does not say', async () => {
    await openStartDate('readyToConnect');
    await screen.findByText(/^About/);
    expect(screen.queryByText(/^Stock is tracked/)).toBeNull();
  });

  it.each([
    ['', 'Choose a date.'],
    ['2026-11-24', 'This date is in the future. Use today or an earlier date.'],
    ['2026-05-31', 'This date is too early. The earliest is Jun 1, 2026.'],
  ])('D-01 D-02 D-04 refuses the date %j on its field', async (date, message) => {
    const { user, callsOf } = await openStartDate('readyToConnect', (world) => {
      world.context.earliestInitialSyncDate = '2026-06-01';
    });
    setDate(date);
    await user.click(submitButton());
    expect(await screen.findByText(message)).toBeTruthy();
    expect(dateField().getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(dateField());
    expect(callsOf('POST', '/v1/channels')).toHaveLength(0);
  });

  it('D-03 says that a date does not exist when the browser could not read it', async () => {
    await openStartDate('readyToConnect');
    Object.defineProperty(dateField(), 'validity', { value: { badInput: true } });
    setDate('');
    expect(await screen.findByText(/This date does not exist/)).toBeTruthy();
  });

  it('D-07 says which way the date can be moved later', async () => {
    await openStartDate('readyToConnect');
    expect(
      screen.getByText(/You can move it earlier at any time\. After the first sync it cannot move later/),
    ).toBeTruthy();
  });

  it('keeps what was typed when going back and forth', async () => {
    const { user } = await openStartDate('readyToConnect');
    setDate('2026-09-09');
    await user.click(screen.getByRole('checkbox', { name: 'Start the first sync now' }));
    await user.click(screen.getByRole('button', { name: 'Back' }));
    await user.click(await screen.findByRole('button', { name: 'Continue' }));
    await screen.findByRole('heading', { name: /From when/ });
    expect(dateField().value).toBe('2026-09-09');
    expect(screen.getByRole('checkbox')).toHaveProperty('checked', false);
  });

  it('begins here with a connection given', async () => {
    const world = createWorld('readyToConnect', { clock: () => NOW });
    renderWizard('readyToConnect', undefined, {
      startsOpen: true,
      initialConnectionId: world.connections[0]?.id ?? '',
    });
    expect(await screen.findByRole('heading', { name: /From when/ })).toBeTruthy();
  });
});
