import { beforeEach, describe, expect, it } from 'vitest';
import { realm, withEmulator } from '../testing/with-emulator.ts';

const emulator = withEmulator({ switches: { guessRefreshMilliseconds: 10 } });
const day = 86_400;
const advance = (advanceSeconds: number) => emulator().control('clock', { advanceSeconds });
const plan = (kind: string) => emulator().control('faults', { kind, match: 'token', realm });
const readStatus = async (accessToken: string) =>
  (await emulator().company(realm, accessToken).get(`companyinfo/${realm}`)).status;

beforeEach(async () => {
  await emulator().control('reset', {});
});

describe.each(['lost', 'cut', 'cut-reset'])('an answer of the token endpoint that is %s', (kind) => {
  it('severs the connection when the refresh token changed with it', async () => {
    const { refresh_token: token } = await emulator().connect(realm);
    await advance(day);
    await plan(kind);
    await expect(emulator().refresh(token)).rejects.toThrow();
    const again = await emulator().refresh<{ error: string }>(token);
    expect([again.status, again.body.error]).toEqual([400, 'invalid_grant']);
  });

  it('does no harm while the refresh token keeps its value', async () => {
    const { refresh_token: token } = await emulator().connect(realm);
    await plan(kind);
    await expect(emulator().refresh(token)).rejects.toThrow();
    expect((await emulator().refresh(token)).body.refresh_token).toBe(token);
  });

  it('may be survived within the guessed grace', async () => {
    await emulator().control('switches', { guessRefreshGraceSeconds: 60 });
    const { refresh_token: token } = await emulator().connect(realm);
    await advance(day);
    await plan(kind);
    await expect(emulator().refresh(token)).rejects.toThrow();
    const again = await emulator().refresh(token);
    expect(again.status).toBe(200);
    expect(again.body.refresh_token).not.toBe(token);
  });

  it('uses up the code of an exchange', async () => {
    const code = await emulator().authorize(realm);
    await plan(kind);
    await expect(emulator().exchange(code)).rejects.toThrow();
    expect((await emulator().exchange(code)).status).toBe(400);
  });
});

describe('a refresh token that was replaced', () => {
  it.each([
    [false, 200],
    [true, 401],
  ])('is refused, and with the guess at %s the new tokens answer %d', async (isRevoking, status) => {
    await emulator().control('switches', { guessOldRefreshTokenRevokes: isRevoking });
    const { refresh_token: old } = await emulator().connect(realm);
    await advance(day);
    const { body: fresh } = await emulator().refresh(old);
    expect((await emulator().refresh(old)).status).toBe(400);
    expect(await readStatus(fresh.access_token)).toBe(status);
    expect((await emulator().refresh(fresh.refresh_token)).status).toBe(status === 200 ? 200 : 400);
  });
});
