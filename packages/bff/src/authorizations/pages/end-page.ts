import type { AuthorizationDocument } from '../authorization.model.ts';
import { html, trusted } from './html.ts';
import { pageLayout } from './page-layout.ts';
import { failureWords } from './sign-in-words.ts';

/**
 * Tells the page that opened this window to ask the server, by exact origin, and closes the window. A signal carries no
 * result. The broadcast is for a host on the same origin whose opener was cut off.
 */
const SCRIPT = `
const { authorizationId, origins, closes } = document.currentScript.dataset;
const signal = { type: 'sales-channels:authorization', authorizationId };
for (const origin of JSON.parse(origins)) {
  try { window.opener?.postMessage(signal, origin); } catch {}
}
try {
  const channel = new BroadcastChannel(signal.type);
  channel.postMessage(signal);
  setTimeout(() => channel.close(), 1000);
} catch {}
const actions = document.querySelector('.actions');
actions.hidden = !window.opener;
actions.querySelector('button').addEventListener('click', () => window.close());
if (closes === 'true') setTimeout(() => window.close(), 250);
`;

/** How a sign-in ended, for the window it happened in. */
export function endPage(
  authorization: AuthorizationDocument,
  { productName, providerName, nonce }: { productName: string; providerName: string; nonce: string },
): string {
  const { _id, status, problem, businessName, allowedOrigins } = authorization;
  const isDone = status === 'succeeded';
  const words = isDone
    ? {
        title: `${providerName} is connected to ${businessName}`,
        text: `You can close this window and go on in ${productName}.`,
      }
    : failureWords(problem, { productName, providerName });
  // Somebody who cancelled knows; any other failure stays to be read.
  const closes = isDone || problem?.code === 'authorization_denied';
  const content = html`<p>${words.text}</p>
    <div class="actions" hidden><button data-primary>Close window</button></div>
    <script
      nonce="${nonce}"
      data-authorization-id="${_id.toHexString()}"
      data-origins="${JSON.stringify(allowedOrigins)}"
      data-closes="${String(closes)}"
    >
      ${trusted(SCRIPT)};
    </script>`;
  return pageLayout(
    { productName, tone: isDone ? 'success' : 'warning', title: words.title, content },
    nonce,
  );
}
