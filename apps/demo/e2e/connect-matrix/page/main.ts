import { createAuthorization, resumeAuthorization } from '@sales-channels/react';
import { offerSignIn } from './guide.ts';
import { showStrictWidget } from './strict-widget.tsx';
import { createTrustingEngine } from './trusting-engine.ts';
import { createWatchedClient } from './watched-client.ts';

const query = new URLSearchParams(window.location.search);
const { bff = '' } = document.body.dataset;
const business = query.get('business') ?? '';
const provider = query.get('provider') ?? '';
const engine = query.get('engine') ?? 'kit';

const button = (className: string, onClick: () => void) =>
  Object.assign(document.createElement('button'), { className, onclick: onClick, textContent: className });

function showWidget(name: string) {
  const element = Object.assign(document.createElement('section'), { id: name });
  document.body.append(element);
  const client = createWatchedClient(element, bff, business);
  if (engine === 'strict') return showStrictWidget(element, { client, provider });

  const output = document.createElement('output');
  if (engine === 'guide') {
    const connect = button('open', () => {});
    element.append(connect, output);
    return offerSignIn(client, provider, connect, (status) => {
      output.textContent = JSON.stringify({ status });
    });
  }

  const authorization = engine === 'trusting' ? createTrustingEngine(client) : createAuthorization(client);
  const show = () => (output.textContent = JSON.stringify(authorization.getState()));
  const open = button('open', () => authorization.open({ provider }));
  element.append(
    open,
    button('redirect', () => authorization.redirect({ provider })),
    output,
  );
  authorization.subscribe(show);
  show();
  // Without anybody's click the browser is sure to block it.
  if (query.has('unasked') && !query.has('sc_authorization')) open.click();

  void resumeAuthorization(client).then((returned) => {
    if (returned !== null) element.dataset['returned'] = JSON.stringify(returned);
  });
}

for (const name of (query.get('widgets') ?? 'first').split(',')) void showWidget(name);
