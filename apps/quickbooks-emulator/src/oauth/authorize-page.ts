import type { Company } from '../company/company.ts';
import { escapeMarkup } from '../http/bodies.ts';
import type { AuthorizationRequest } from './authorization-request.ts';

const style = `
  :root { color-scheme: light dark; --ink: #1b2a24; --soft: #5b6b64; --line: #d9e2dd; --paper: #fff; --wash: #f2f6f4; --brand: #147a4b; }
  @media (prefers-color-scheme: dark) { :root { --ink: #e8efeb; --soft: #9fb0a8; --line: #33413a; --paper: #18211d; --wash: #0f1613; --brand: #4fc48a; } }
  * { box-sizing: border-box; }
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 24px; background: var(--wash); color: var(--ink);
         font: 15px/1.5 system-ui, sans-serif; }
  main { width: 100%; max-width: 460px; background: var(--paper); border: 1px solid var(--line); border-radius: 14px; padding: 28px; }
  .mark { display: flex; gap: 10px; align-items: center; font-weight: 600; color: var(--brand); margin-bottom: 20px; }
  .mark span { width: 28px; height: 28px; border-radius: 8px; background: var(--brand); display: grid; place-items: center; color: var(--paper); font-size: 13px; }
  h1 { font-size: 20px; line-height: 1.3; margin: 0 0 8px; }
  p { margin: 0 0 16px; color: var(--soft); }
  fieldset { border: 0; padding: 0; margin: 0 0 20px; }
  legend { padding: 0; margin-bottom: 8px; font-weight: 600; }
  label { display: flex; gap: 12px; align-items: center; border: 1px solid var(--line); border-radius: 10px; padding: 12px 14px; margin-bottom: 8px; cursor: pointer; }
  label:has(:checked) { border-color: var(--brand); box-shadow: inset 0 0 0 1px var(--brand); }
  label small { display: block; color: var(--soft); }
  input { accent-color: var(--brand); }
  ul { color: var(--soft); padding-left: 18px; margin: 0 0 20px; }
  .actions { display: flex; gap: 10px; justify-content: flex-end; }
  button { font: inherit; font-weight: 600; border-radius: 9px; padding: 10px 18px; cursor: pointer; border: 1px solid var(--line); background: none; color: inherit; }
  button[value=approve] { background: var(--brand); border-color: var(--brand); color: var(--paper); }
  button:focus-visible, input:focus-visible { outline: 2px solid var(--brand); outline-offset: 2px; }
  footer { margin-top: 20px; padding-top: 14px; border-top: 1px solid var(--line); color: var(--soft); font-size: 13px; }
`;

const page = (title: string, content: string) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${title}</title><style>${style}</style></head>
<body><main><div class="mark"><span aria-hidden="true">qb</span>QuickBooks emulator</div>${content}</main></body></html>`;

/** The page on which a person picks a company and approves or denies. */
export function authorizePage(
  appName: string,
  request: AuthorizationRequest,
  companies: readonly Company[],
): string {
  const hidden = {
    client_id: request.clientId,
    redirect_uri: request.redirectUri,
    response_type: 'code',
    scope: request.scopes.join(' '),
    state: request.state,
  };
  const inputs = Object.entries(hidden)
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${escapeMarkup(value)}">`)
    .join('');
  // Where there are several, people have to say which: the first is not meant more than the others.
  const checked = companies.length === 1 ? ' checked' : '';
  const choices = companies
    .map(
      ({ realmId, name, homeCurrency }) =>
        `<label><input type="radio" name="realmId" value="${escapeMarkup(realmId)}" required${checked}>
<span>${escapeMarkup(name)}<small>${realmId} · ${homeCurrency}</small></span></label>`,
    )
    .join('');
  return page(
    'Connect to QuickBooks',
    `<h1>${escapeMarkup(appName)} wants to use your company's data</h1>
<p>You are signed in as the administrator of these companies.</p>
<form method="post" action="/connect/oauth2">${inputs}
<fieldset><legend>Which company?</legend>${choices}</fieldset>
<p>It will be able to read and write accounting data: customers, products, sales and journal entries.</p>
<div class="actions"><button name="decision" value="deny" formnovalidate>Deny</button><button name="decision" value="approve">Approve</button></div>
</form>
<footer>This is an emulator for development. The companies and their data are made up.</footer>`,
  );
}

/** Shown when the request itself is wrong, so that nobody is sent to an address that is not the app's. */
export function refusalPage(reason: string): string {
  return page(
    'Cannot connect',
    `<h1>Sorry, but this app cannot connect</h1><p>${escapeMarkup(reason)}</p>
<footer>For the developer: redirect URIs are compared character by character with the registered ones.</footer>`,
  );
}
