import { endSignIn } from './sign-in-channel.ts';
import type { SignInOutcome } from './sign-in-channel.ts';

/** Stands for the pages of Sales Channels and QuickBooks in the window of a sign-in. */
export function SignInPage({ authorizationId }: { authorizationId: string }) {
  const end = (outcome: SignInOutcome) => {
    endSignIn({ authorizationId, outcome });
    window.close();
  };
  return (
    <main className="sign-in">
      <h1>Connect to QuickBooks</h1>
      <p className="muted">This stands for QuickBooks. The company and its sales are made up.</p>
      <div className="actions">
        <button type="button" className="button" onClick={() => end('denied')}>
          Deny
        </button>
        <button type="button" className="button primary" onClick={() => end('approved')}>
          Approve
        </button>
      </div>
    </main>
  );
}
