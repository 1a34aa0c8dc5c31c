import type { Authorization } from '@sales-channels/contract';
import type { Session } from '../session/session.ts';
import type { startSignIns } from './start-sign-ins.ts';

type SignIns = Awaited<ReturnType<typeof startSignIns>>;

/** A whole sign-in with a company, from the click to its end. */
export async function signIn(
  test: SignIns,
  session: Session,
  realmId: string,
  connectionId?: string,
): Promise<Authorization> {
  const input = connectionId === undefined ? {} : { connectionId };
  const { browser, state, status } = await test.leave(session, input);
  await test.comeBack(browser, { code: `code-${realmId}`, state, realmId });
  return status();
}
