const element = (id) => document.querySelector(`#${id}`);
const companySelect = element('company');

async function control(path, body) {
  const response = await fetch(`/control/${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    ...(body !== undefined && {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error);
  return answer;
}

function say(text, isFailure = false) {
  element('message').textContent = text;
  element('message').className = isFailure ? 'failed' : '';
}

function perform(text, action) {
  action()
    .then(refresh)
    .then(() => say(text))
    .catch((error) => say(error.message, true));
}

function create(tag, properties, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

const nothing = () => ({});
const oneMore = (shown) => ({
  lines: [{ item: 1, qty: String((shown.document.Line[0]?.SalesItemLineDetail?.Qty ?? 0) + 1) }],
});
const documentActions = [
  { label: 'Edit', change: 'edit', body: oneMore },
  { label: 'Pay', change: 'pay', body: nothing },
  { label: 'E-mail', change: 'email', body: nothing },
  { label: 'Void', change: 'void', body: nothing },
  { label: 'Delete', change: 'delete', body: nothing },
];

function documentRow(shown) {
  const { type, id, state, document } = shown;
  const name = `${type} ${document.DocNumber ?? `(id ${id})`}`;
  const buttons = documentActions.map(({ label, change, body }) =>
    create('button', {
      textContent: label,
      onclick: () =>
        perform(`${label}: ${name}`, () =>
          control(`documents/${type}/${id}/${change}?realm=${companySelect.value}`, body(shown)),
        ),
    }),
  );
  const amount = document.TotalAmt.toLocaleString('en', {
    style: 'currency',
    currency: document.CurrencyRef.value,
  });
  const stateCell = create('td', { textContent: state });
  stateCell.dataset.state = state;
  return create(
    'tr',
    {},
    create('td', { textContent: name }),
    create('td', { textContent: document.CustomerRef?.name ?? '—' }),
    create('td', { textContent: document.TxnDate }),
    create('td', { textContent: amount, className: 'number' }),
    stateCell,
    create('td', {}, create('div', { className: 'row' }, ...buttons)),
  );
}

function deliveryRow({ id, events, attempts, state, nextAttemptAt }) {
  const told = events.map((event) => `${event.operation} ${event.type} ${event.documentId}`);
  const shown = told.length > 3 ? [...told.slice(0, 3), `${told.length - 3} more`] : told;
  const isRetried = nextAttemptAt !== null && attempts.length > 0;
  const stateCell = create('td', {
    textContent: isRetried ? `${state} until ${new Date(nextAttemptAt).toUTCString()}` : state,
  });
  stateCell.dataset.state = state;
  const resend = () =>
    perform(`Sent notification ${id} again`, () => control(`webhook/deliveries/${id}/redeliver`, {}));
  return create(
    'tr',
    {},
    create('td', { textContent: id }),
    create('td', { textContent: shown.join(', ') }),
    create('td', { textContent: attempts.map((attempt) => attempt.outcome).join(', ') || '—' }),
    stateCell,
    create('td', {}, create('button', { textContent: 'Send again', onclick: resend })),
  );
}

async function showNotifications() {
  const { endpoint } = await control('webhook');
  element('webhook').hidden = endpoint === null;
  if (endpoint === null) return;
  const deliveries = await control('webhook/deliveries');
  element('endpoint').textContent = `Changes are told to ${endpoint.url}.`;
  element('deliveries').replaceChildren(...deliveries.slice(0, 6).map(deliveryRow));
}

async function refresh() {
  const realm = companySelect.value;
  const [state, documents, counters] = await Promise.all([
    control('state'),
    control(`documents?realm=${realm}&limit=12`),
    control(`counters?realm=${realm}`),
  ]);
  await showNotifications();
  element('documents').replaceChildren(...documents.map(documentRow));
  const company = state.companies.find((each) => each.realmId === realm);
  element('connection').textContent = company.isConnected
    ? `${company.name} is connected to the app.`
    : `${company.name} is not connected to any app.`;
  element('revoke').disabled = !company.isConnected;
  const lines = { Billed: counters.metered, All: counters.calls, ...counters.byKind };
  element('counters').replaceChildren(
    ...Object.entries(lines).flatMap(([name, count]) => [
      create('dt', { textContent: name }),
      create('dd', { textContent: count }),
    ]),
  );
  element('clock').textContent = new Date(state.now).toUTCString();
  element('faults').textContent = state.faults.map((fault) => `${fault.kind} × ${fault.times}`).join(', ');
}

element('create').addEventListener('submit', (event) => {
  event.preventDefault();
  const fields = Object.fromEntries([...new FormData(event.target)].filter(([, value]) => value !== ''));
  const { item, qty, unitPrice, ...rest } = fields;
  const line = { item, qty, ...(unitPrice !== undefined && { unitPrice }) };
  perform('Created', () => control('documents', { ...rest, realm: companySelect.value, lines: [line] }));
});
element('revoke').addEventListener('click', () =>
  perform('Disconnected', () => control('revoke', { realm: companySelect.value })),
);
element('reset-counters').addEventListener('click', () =>
  perform('Counters are at zero', () => control('counters/reset', {})),
);
for (const button of document.querySelectorAll('[data-advance]')) {
  const advanceSeconds = Number(button.dataset.advance);
  button.addEventListener('click', () =>
    perform('The clock is ahead', () => control('clock', { advanceSeconds })),
  );
}
for (const button of document.querySelectorAll('[data-fault]')) {
  const { fault } = button.dataset;
  button.addEventListener('click', () =>
    perform(`The next call answers ${fault}`, () =>
      control('faults', { kind: fault, realm: companySelect.value }),
    ),
  );
}
companySelect.addEventListener('change', () => perform('', async () => undefined));

const [companies, catalogue] = await Promise.all([control('companies'), control('catalogue')]);
companySelect.replaceChildren(
  ...companies.map((company) => create('option', { value: company.realmId, textContent: company.name })),
);
element('item').replaceChildren(
  ...catalogue.map((item) =>
    create('option', { value: item.id, textContent: `${item.name} · ${item.unitPrice}` }),
  ),
);
await refresh();
setInterval(() => void refresh().catch((error) => say(error.message, true)), 5000);
