import { randomUUID } from 'node:crypto';
import type { AccountingProvider } from '@sales-channels/bff/provider';
import { ProviderError } from '@sales-channels/bff/provider';
import type { Express } from 'express';
import express from 'express';

/** `isolated` sends `Cross-Origin-Opener-Policy: same-origin` with its page, `plain` does not. */
export type ProviderId = 'plain' | 'isolated';

const none = () => Promise.reject(new ProviderError('rejected', 'There are no sales here.'));

/** An accounting system that can be signed in to and nothing else; it notes each code that is exchanged. */
export function createSignInProvider(id: ProviderId, origin: () => string, exchanged: string[]) {
  const provider: AccountingProvider = {
    id,
    name: 'Books',
    environment: 'test',
    pace: { perSecond: 100, perMinute: 6000, atOnce: 3 },
    meteringTimeZone: 'America/Los_Angeles',
    authorizationUrl: ({ state, redirectUri }) =>
      `${origin()}/${id}?${new URLSearchParams({ state, redirect_uri: redirectUri }).toString()}`,
    exchange: async ({ code }) => {
      exchanged.push(code);
      return {
        accessToken: `access-${code}`,
        refreshToken: `refresh-${code}`,
        accessTokenExpiresAt: new Date(Date.now() + 3_600_000),
        refreshTokenExpiresAt: new Date(Date.now() + 86_400_000),
        hardExpiresAt: null,
      };
    },
    refresh: none,
    revoke: async () => {},
    company: async ({ realmId }) => ({ realmId, name: `Company ${realmId}`, homeCurrency: 'USD' }),
    count: none,
    pageSince: none,
    changesSince: none,
    updatedSince: none,
    changesKeptDays: 30,
    documentsById: none,
    documentUrl: () => origin(),
  };
  return provider;
}

/** The provider's page, with a link back for each answer. */
export function createProviderSite(): Express {
  const link = (id: string, redirectUri: string, answer: Record<string, string>) => {
    const url = new URL(redirectUri);
    for (const [name, value] of Object.entries(answer)) url.searchParams.set(name, value);
    return `<a id="${id}" href="${url.href.replaceAll('&', '&amp;')}">${id}</a>`;
  };
  return express().get('/:id', (request, response) => {
    const { state, redirect_uri: back } = request.query;
    if (typeof state !== 'string' || typeof back !== 'string') throw new Error('Nobody sent you here.');
    if (request.params.id === 'isolated') response.set('cross-origin-opener-policy', 'same-origin');
    const approval = { code: randomUUID(), realmId: randomUUID(), state };
    response.send(
      `<!doctype html><title>Books</title>
       ${link('approve', back, approval)} ${link('deny', back, { error: 'access_denied', state })}`,
    );
  });
}
