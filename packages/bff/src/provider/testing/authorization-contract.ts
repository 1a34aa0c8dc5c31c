import { beforeAll, describe, expect, test } from 'vitest';
import { codeOf, connect, daysAgo } from './walk.ts';
import type { ProviderWorld, WorldCompany, WorldFault } from './world.ts';

/** Connecting, refreshing, disconnecting. */
export function describeAuthorization(world: () => ProviderWorld, tokenFaults: readonly WorldFault[]): void {
  describe('authorization', () => {
    let company: WorldCompany;
    beforeAll(async () => {
      const documents = { invoice: 3, sales_receipt: 2, credit_memo: 1 };
      company = await world().addCompany({ name: 'Authorized Ltd', documents, from: daysAgo(60) });
    });

    test('approving gives a code for the state that was sent, and the code gives access to the company', async () => {
      const { provider, redirectUri } = world();
      const { realmId } = company;
      const url = provider.authorizationUrl({ state: 'a+b/c=', redirectUri });
      const callback = await world().visit(url, { realmId, approve: true });
      expect(callback.get('state')).toBe('a+b/c=');
      expect(callback.get('realmId')).toBe(realmId);
      const code = callback.get('code') ?? '';
      const tokens = await provider.exchange({ code, realmId, redirectUri });
      expect(tokens.accessTokenExpiresAt.getTime()).toBeGreaterThan(Date.now());
      expect(tokens.refreshTokenExpiresAt > tokens.accessTokenExpiresAt).toBe(true);
      expect(await provider.company({ accessToken: tokens.accessToken, realmId })).toMatchObject({
        realmId,
        name: 'Authorized Ltd',
      });
    });

    test('refusing gives an error and no code', async () => {
      const { provider, redirectUri } = world();
      const url = provider.authorizationUrl({ state: 's', redirectUri });
      const callback = await world().visit(url, { realmId: company.realmId, approve: false });
      expect(callback.get('code')).toBeNull();
      expect(callback.get('error')).toBe('access_denied');
      expect(callback.get('state')).toBe('s');
    });

    test('a code works once', async () => {
      const { provider, redirectUri } = world();
      const { realmId } = company;
      const { code } = await connect(world(), company);
      expect(await codeOf(provider.exchange({ code, realmId, redirectUri }))).toBe('invalid_grant');
    });

    test('a code nobody issued is refused', async () => {
      const { provider, redirectUri } = world();
      const { realmId } = company;
      expect(await codeOf(provider.exchange({ code: 'made-up', realmId, redirectUri }))).toBe(
        'invalid_grant',
      );
    });

    test('refreshed tokens give access', async () => {
      const { provider } = world();
      const { tokens } = await connect(world(), company);
      const fresh = await provider.refresh(tokens);
      expect(fresh.accessTokenExpiresAt.getTime()).toBeGreaterThan(Date.now());
      expect(fresh.hardExpiresAt === null).toBe(tokens.hardExpiresAt === null);
      const access = { accessToken: fresh.accessToken, realmId: company.realmId };
      expect((await provider.company(access)).realmId).toBe(company.realmId);
    });

    test('after revoking, reading is unauthorized, refreshing is over, and revoking again is done', async () => {
      const { provider } = world();
      const { tokens, access } = await connect(world(), company);
      await provider.revoke(tokens);
      expect(await codeOf(provider.count(access, { type: 'invoice', from: daysAgo(60) }))).toBe(
        'unauthorized',
      );
      expect(await codeOf(provider.refresh(tokens))).toBe('invalid_grant');
      await expect(provider.revoke(tokens)).resolves.toBeUndefined();
    });

    test('an app with a wrong secret is told apart from a grant that is over', async () => {
      const { impostor, redirectUri } = world();
      const { realmId } = company;
      const { tokens } = await connect(world(), company);
      expect(await codeOf(impostor.refresh(tokens))).toBe('misconfigured');
      expect(await codeOf(impostor.revoke(tokens))).toBe('misconfigured');
      expect(await codeOf(impostor.exchange({ code: 'any', realmId, redirectUri }))).toBe('misconfigured');
    });

    test.each(tokenFaults)('a refresh that meets $name is $code', async ({ name, code }) => {
      const { tokens } = await connect(world(), company);
      await company.failNext(name, 'token');
      expect(await codeOf(world().provider.refresh(tokens))).toBe(code);
    });
  });
}
