import type { Connection } from '@sales-channels/contract';
import { createProblem } from '@sales-channels/contract';
import { describe, expect, it } from 'vitest';
import { connectionChoices, countLive } from './connection-choices.ts';
import type { WizardEvent, WizardState } from './connect-wizard.machine.ts';
import {
  asksBeforeClosing,
  currentStep,
  initialWizardState,
  selectedConnection,
  wizardReducer,
  wizardSteps,
} from './connect-wizard.machine.ts';

const connection = (id: string, part: Partial<Connection> = {}): Connection => ({
  id,
  provider: 'quickbooks',
  providerName: 'QuickBooks Online',
  environment: 'sandbox',
  realmId: `realm-${id}`,
  companyName: `Company ${id}`,
  homeCurrency: 'USD',
  ownership: 'kit',
  status: 'connected',
  uses: [],
  channelId: null,
  connectedAt: '2026-01-05T10:00:00Z',
  authorizationEndsAt: null,
  ...part,
});
const choicesOf = (...connections: Connection[]) => connectionChoices(connections);
const after = (state: WizardState, ...events: WizardEvent[]) => events.reduce(wizardReducer, state);
const start = initialWizardState();

describe('connection choices', () => {
  it('C-02 K-01 keeps a connection with a channel from being picked', () => {
    const [choice] = choicesOf(connection('a', { channelId: 'cha_1' }));
    expect(choice).toMatchObject({ obstacle: 'has_channel', canReconnect: false });
  });

  it('C-03 offers to reconnect what needs a sign-in, unless somebody else signs in to it', () => {
    const choices = choicesOf(
      connection('a', { status: 'reconnect_required' }),
      connection('b', { status: 'reconnect_required', ownership: 'host' }),
      connection('c', { status: 'disconnected' }),
    );
    expect(choices.map(({ obstacle, canReconnect }) => [obstacle, canReconnect])).toEqual([
      ['reconnect_required', true],
      ['reconnect_required', false],
      ['disconnected', true],
    ]);
  });

  it('K-03 counts a connection that needs a sign-in as taking a place, a disconnected one not', () => {
    const connections = [
      connection('a'),
      connection('b', { status: 'reconnect_required' }),
      connection('c', { status: 'disconnected' }),
    ];
    expect(countLive(connections)).toBe(2);
  });
});

describe('selected connection', () => {
  const taken = connection('t', { channelId: 'cha_1' });

  it('C-02 is the only eligible one before anything was picked', () => {
    expect(selectedConnection(start, choicesOf(taken, connection('a')))?.id).toBe('a');
  });

  it('C-02 is none while several are eligible', () => {
    expect(selectedConnection(start, choicesOf(connection('a'), connection('b')))).toBeNull();
  });

  it('C-07 is never another than the one continued with', () => {
    const state = after(start, { type: 'continued', connectionId: 'a' });
    const gone = choicesOf(connection('b'));
    expect(selectedConnection(state, gone)).toBeNull();
    expect(currentStep(state, null)).toBe('source');
  });

  it('C-06 stays while the channel is being made on it', () => {
    const state = after(start, { type: 'continued', connectionId: 'a' }, { type: 'submitted' });
    const made = choicesOf(connection('a', { channelId: 'cha_1' }));
    expect(selectedConnection(state, made)?.id).toBe('a');
    const refused = after(state, { type: 'refused', failure: createProblem('channel_exists') });
    expect(selectedConnection(refused, made)).toBeNull();
    expect(after(state, { type: 'field_refused' }).isSubmitting).toBe(false);
  });

  it('C-03 is never one that needs a sign-in', () => {
    const state = after(start, { type: 'connection_picked', connectionId: 'a' });
    const choices = choicesOf(
      connection('a', { status: 'reconnect_required' }),
      connection('b'),
      connection('c'),
    );
    expect(selectedConnection(state, choices)).toBeNull();
  });
});

const summary = (state: WizardState, selected: Connection | null) =>
  wizardSteps(state, selected).map(({ isReachable, isComplete }) => [isReachable, isComplete]);

describe('steps', () => {
  const a = connection('a');
  it('C-01 go from source through start date to done', () => {
    const continued = after(start, { type: 'continued', connectionId: 'a' });
    const created = after(continued, { type: 'created', channelId: 'cha_1' });
    expect([start, continued, created].map((state) => currentStep(state, a))).toEqual([
      'source',
      'start-date',
      'done',
    ]);
    expect(summary(start, null)).toEqual([
      [true, false],
      [false, false],
      [false, false],
    ]);
    expect(summary(continued, a)).toEqual([
      [true, true],
      [true, false],
      [false, false],
    ]);
    expect(summary(created, a)).toEqual([
      [false, true],
      [false, true],
      [true, true],
    ]);
  });

  it('begin at the start date with a connection given', () => {
    expect(currentStep(initialWizardState('a'), a)).toBe('start-date');
  });

  it('C-09 go on to the start date with the connection signed in to', () => {
    const state = after(start, { type: 'sign_in_started' }, { type: 'signed_in', connectionId: 'a' });
    expect(currentStep(state, a)).toBe('start-date');
    expect(selectedConnection(state, choicesOf(a, connection('b')))).toBe(a);
  });

  it('C-09 keep the connection gone on with when a sign-in to another ends later', () => {
    const failure = createProblem('channel_exists');
    const state = after(start, { type: 'sign_in_started' }, { type: 'continued', connectionId: 'a' });
    expect(after(state, { type: 'signed_in', connectionId: 'b' })).toBe(state);
    expect(after(state, { type: 'company_refused', failure })).toBe(state);
  });

  it('C-09 go on with a connection signed in to after the one before was gone', () => {
    const gone = after(start, { type: 'continued', connectionId: 'gone' });
    const state = after(gone, { type: 'sign_in_started' }, { type: 'signed_in', connectionId: 'a' });
    expect(state).toMatchObject({ step: 'start-date', chosenId: 'a' });
  });

  it.each(['channel_exists', 'connection_unavailable', 'connection_limit_reached'] as const)(
    'C-07 go back to the source when it has to be chosen again: %s',
    (code) => {
      const failure = createProblem(code);
      const state = after(start, { type: 'continued', connectionId: 'a' }, { type: 'refused', failure });
      expect(state).toMatchObject({ step: 'source', refusal: { failure, of: 'submit' } });
    },
  );

  it.each(['sales_tracking_disabled', 'internal', 'invalid_request'] as const)(
    'C-07 stay at the start date for %s',
    (code) => {
      const failure = createProblem(code);
      const state = after(start, { type: 'continued', connectionId: 'a' }, { type: 'refused', failure });
      expect(state).toMatchObject({ step: 'start-date', refusal: { failure, of: 'submit' } });
    },
  );

  it('forget a refusal when something is done about it', () => {
    const refused = after(start, { type: 'refused', failure: createProblem('internal') });
    for (const event of [
      { type: 'connection_picked', connectionId: 'a' },
      { type: 'continued', connectionId: 'a' },
      { type: 'went_back' },
      { type: 'submitted' },
      { type: 'sign_in_started' },
    ] as const) {
      expect(wizardReducer(refused, event).refusal).toBeNull();
    }
  });

  it('are over once the channel is made', () => {
    const created = after(start, { type: 'created', channelId: 'cha_1' });
    expect(after(created, { type: 'went_back' }, { type: 'signed_in', connectionId: 'b' })).toBe(created);
  });
});

describe('reducer', () => {
  it('answers the same object when nothing changes', () => {
    expect(wizardReducer(start, { type: 'went_back' })).toBe(start);
    expect(wizardReducer(start, { type: 'close_declined' })).toBe(start);
    expect(wizardReducer(start, { type: 'field_refused' })).toBe(start);
    const picked = after(start, { type: 'connection_picked', connectionId: 'a' });
    expect(wizardReducer(picked, { type: 'connection_picked', connectionId: 'a' })).toBe(picked);
  });

  it('C-05 asks before closing only while something entered would be lost', () => {
    const picked = after(start, { type: 'connection_picked', connectionId: 'a' });
    const created = after(picked, { type: 'created', channelId: 'cha_1' });
    expect(asksBeforeClosing(start, false)).toBe(false);
    expect(asksBeforeClosing(start, true)).toBe(true);
    expect(asksBeforeClosing(picked, false)).toBe(true);
    expect(asksBeforeClosing(created, true)).toBe(false);
    const asking = after(picked, { type: 'close_asked' });
    expect(asking.isAskingToClose).toBe(true);
    expect(after(asking, { type: 'close_declined' })).toEqual(picked);
  });
});
