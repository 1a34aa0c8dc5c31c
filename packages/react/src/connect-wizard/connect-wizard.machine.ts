import type { Connection } from '@sales-channels/contract';
import type { AuthorizationFailure } from '../authorization-window/poll-authorization.ts';
import type { ConnectionChoice } from './connection-choices.ts';

/** Where the sales come from, from when on, and the first sync. */
export type WizardStepId = 'source' | 'start-date' | 'done';

export interface WizardStep {
  id: WizardStepId;
  isReachable: boolean;
  isComplete: boolean;
}

/** Why something came to nothing, and what that was. */
export interface Refusal {
  failure: AuthorizationFailure;
  of: 'sign_in' | 'signed_in_company' | 'submit' | 'activation';
}

export interface WizardState {
  /** The step that was asked for; `currentStep` says whether it can be had. */
  step: WizardStepId;
  /** The connection the user picked or signed in to. */
  chosenId: string | null;
  /** Whether the pick was the user's own, which closing would lose. */
  hasPicked: boolean;
  isSubmitting: boolean;
  /** The channel that was made. */
  channelId: string | null;
  /** Why the last attempt came to nothing. */
  refusal: Refusal | null;
  isAskingToClose: boolean;
}

export type WizardEvent =
  | { type: 'connection_picked'; connectionId: string }
  | { type: 'sign_in_started' }
  | { type: 'signed_in'; connectionId: string }
  /** The sign-in went well, but to a company that can have no channel. */
  | { type: 'company_refused'; failure: AuthorizationFailure }
  | { type: 'continued'; connectionId: string }
  | { type: 'went_back' }
  | { type: 'submitted' }
  | { type: 'refused'; failure: AuthorizationFailure }
  | { type: 'activation_refused'; failure: AuthorizationFailure }
  /** A field was refused, and says so itself. */
  | { type: 'field_refused' }
  | { type: 'created'; channelId: string }
  | { type: 'close_asked' }
  | { type: 'close_declined' };

export const initialWizardState = (
  initialConnectionId: string | null = null,
  signInFailure: AuthorizationFailure | null = null,
): WizardState => ({
  step: initialConnectionId === null ? 'source' : 'start-date',
  chosenId: initialConnectionId,
  hasPicked: false,
  isSubmitting: false,
  channelId: null,
  refusal: signInFailure && { failure: signInFailure, of: 'sign_in' },
  isAskingToClose: false,
});

/** Refusals that another connection would mend; any other is met where it happened. */
const CHOOSE_AGAIN: ReadonlySet<string> = new Set([
  'channel_exists',
  'connection_unavailable',
  'connection_limit_reached',
  'reconnect_required',
  'not_found',
]);

type Transition<T> = (event: Extract<WizardEvent, { type: T }>, state: WizardState) => Partial<WizardState>;

const toStartDate = ({ connectionId }: { connectionId: string }) =>
  ({ chosenId: connectionId, step: 'start-date', refusal: null }) as const;

/** What each event changes. */
const transitions: { [T in WizardEvent['type']]: Transition<T> } = {
  connection_picked: ({ connectionId }) => ({ chosenId: connectionId, hasPicked: true, refusal: null }),
  // A step that was asked for and cannot be had is given up with it.
  sign_in_started: () => ({ step: 'source', refusal: null }),
  // Who went on with another connection meanwhile keeps it; the new one is among the choices.
  signed_in: (event, { step }) => (step === 'source' ? toStartDate(event) : {}),
  company_refused: ({ failure }, { step }) =>
    step === 'source' ? { refusal: { failure, of: 'signed_in_company' } } : {},
  continued: toStartDate,
  went_back: () => ({ step: 'source', refusal: null }),
  submitted: () => ({ isSubmitting: true, refusal: null }),
  refused: ({ failure }, { step }) => ({
    isSubmitting: false,
    refusal: { failure, of: 'submit' },
    step: CHOOSE_AGAIN.has(failure.code) ? 'source' : step,
  }),
  activation_refused: ({ failure }) => ({ refusal: { failure, of: 'activation' } }),
  field_refused: () => ({ isSubmitting: false }),
  created: ({ channelId }) => ({
    channelId,
    isSubmitting: false,
    step: 'done',
    refusal: null,
    isAskingToClose: false,
  }),
  close_asked: () => ({ isAskingToClose: true }),
  close_declined: () => ({ isAskingToClose: false }),
};

/** The state after an event; the same object when it changes nothing. */
export function wizardReducer(state: WizardState, event: WizardEvent): WizardState {
  if (state.channelId !== null) return state;
  const part = (transitions[event.type] as Transition<string>)(event, state);
  const isSame = Object.entries(part).every(([key, value]) => state[key as keyof WizardState] === value);
  return isSame ? state : { ...state, ...part };
}

/**
 * The connection the channel would be made on. Before anything was picked it is the only one that can be; once picked it is
 * that one or none, never silently another.
 */
export function selectedConnection(
  state: WizardState,
  choices: readonly ConnectionChoice[],
): Connection | null {
  // Its own new channel makes it ineligible before the answer is here.
  if (state.isSubmitting) {
    return choices.find(({ connection }) => connection.id === state.chosenId)?.connection ?? null;
  }
  const eligible = choices.filter(({ obstacle }) => obstacle === null).map(({ connection }) => connection);
  const chosen = eligible.find(({ id }) => id === state.chosenId);
  if (chosen !== undefined) return chosen;
  return state.step === 'source' && eligible.length === 1 ? (eligible[0] ?? null) : null;
}

export function wizardSteps(state: WizardState, selected: Connection | null): WizardStep[] {
  const isMade = state.channelId !== null;
  return [
    {
      id: 'source',
      isReachable: !isMade,
      isComplete: isMade || currentStep(state, selected) === 'start-date',
    },
    { id: 'start-date', isReachable: !isMade && selected !== null, isComplete: isMade },
    { id: 'done', isReachable: isMade, isComplete: isMade },
  ];
}

/** The step shown: the one asked for, or the first when the connection it needs has gone meanwhile. */
export function currentStep(state: WizardState, selected: Connection | null): WizardStepId {
  return state.step === 'start-date' && selected === null ? 'source' : state.step;
}

/** Whether closing would lose something the user entered. */
export const asksBeforeClosing = (state: WizardState, isFormChanged: boolean): boolean =>
  state.channelId === null && (state.hasPicked || isFormChanged);
