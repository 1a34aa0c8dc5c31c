import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { renderWithServer } from '../testing/render-with-server.tsx';
import { SalesChannels } from './sales-channels.tsx';

const html = (status: number) => () =>
  new Response('<!doctype html><title>Gateway</title>', {
    status,
    headers: { 'content-type': 'text/html' },
  });
const json = (value: unknown) => Response.json(value);
const noNetwork = () => Promise.reject(new TypeError('Failed to fetch'));
const row = () => screen.findByRole('listitem', { name: /QuickBooks Online/ });

/** Every answer of the API changed in one place, wherever it stands. */
const rewritten = async (sound: Response, change: (text: string) => string) =>
  new Response(change(await sound.text()), sound);

describe('a server in trouble', () => {
  it.each([
    ['that answers 500 in HTML', html(500), /Something went wrong on our side/],
    ['that answers 200 in HTML', html(200), /cannot be read/],
    ['that answers half a document', () => new Response('{"items": [{"id":'), /cannot be read/],
    ['that answers something else', () => json(['nothing', 'of', 'this']), /cannot be read/],
    ['that cannot be reached', noNetwork, /no connection to the server/],
  ])('B-07 %s: says so in its own place, offers a retry, and is well again', async (_, answer, words) => {
    const { server } = renderWithServer('connected', <SalesChannels />, answer);
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent(words);
    expect(screen.getByRole('heading', { name: 'The host’s own page' })).toBeVisible();
    server.answer = (sound) => sound;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await row()).toBeVisible();
  });

  it('B-07 asks a few times and then waits to be asked', async () => {
    const { server } = renderWithServer('connected', <SalesChannels />, html(503));
    await screen.findByRole('alert');
    const asked = server.requests.length;
    expect(asked).toBeLessThanOrEqual(9);
    await new Promise((resolve) => setTimeout(resolve, 3000));
    expect(server.requests.length).toBe(asked);
  });

  it('B-07 one part that fails leaves the others standing', async () => {
    renderWithServer('connected', <SalesChannels />, (sound, path) =>
      path === '/v1/sales' ? html(500)() : sound,
    );
    expect(await row()).toBeVisible();
    expect(await screen.findByText('Your sales could not be loaded')).toBeVisible();
  });

  it('reads a newer contract: fields it does not know, words it does not know', async () => {
    renderWithServer('connected', <SalesChannels />, (sound) =>
      rewritten(sound, (text) =>
        text
          .replaceAll('"status":"up_to_date"', '"status":"levitating","mood":"good"')
          .replaceAll('"type":"invoice"', '"type":"subscription"'),
      ),
    );
    expect(await row()).toHaveTextContent('Newer than this page');
    expect((await screen.findAllByText('Other')).length).toBeGreaterThan(0);
  });

  it('keeps what stood there when a later look fails, and says that it is not the latest', async () => {
    const { server } = renderWithServer('connected', <SalesChannels />, (sound) => sound);
    await row();
    server.answer = html(502);
    await userEvent.click(screen.getByRole('button', { name: /Sync now/ }));
    await waitFor(() => expect(screen.getAllByText(/on our side|cannot be read/).length).toBeGreaterThan(0));
    expect(await row()).toBeVisible();
  });
});
