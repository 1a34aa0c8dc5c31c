import type { SignInStep } from '../sign-in.ts';
import { html, nothing } from './html.ts';
import { pageLayout } from './page-layout.ts';

type ConfirmStep = Extract<SignInStep, { kind: 'confirm' }>;

/** Says who is about to connect what to which business, before the provider asks for a password. */
export function confirmPage(
  { authorization, providerName, companyName }: ConfirmStep,
  { productName, action, nonce }: { productName: string; action: string; nonce: string },
): string {
  const { _id, businessName, userName } = authorization;
  const title =
    companyName === null
      ? `Connect ${providerName} to ${businessName}`
      : `Reconnect ${providerName} for ${businessName}`;
  const pick =
    companyName === null
      ? html`Next, sign in to ${providerName} and pick the company whose sales belong to
          <strong>${businessName}</strong>.`
      : html`Next, sign in to ${providerName} and pick <strong>${companyName}</strong> again.`;
  const content = html`<p>${pick}</p>
    <dl>
      <div>
        <dt>Business</dt>
        <dd>${businessName}</dd>
      </div>
      ${
        companyName === null
          ? nothing
          : html`<div>
              <dt>Company</dt>
              <dd>${companyName}</dd>
            </div>`
      }
      <div>
        <dt>Signed in as</dt>
        <dd>${userName}</dd>
      </div>
    </dl>
    <p class="small">
      You sign in on ${providerName}'s own page; ${productName} never sees your password. If you did not ask
      for this, or do not know this business, cancel.
    </p>
    <form method="post" action="${action}" class="actions">
      <input type="hidden" name="authorizationId" value="${_id.toHexString()}" />
      <button name="answer" value="cancel">Cancel</button>
      <button name="answer" value="continue" data-primary>Continue to ${providerName}</button>
    </form>`;
  return pageLayout({ productName, tone: 'info', title, content }, nonce);
}
