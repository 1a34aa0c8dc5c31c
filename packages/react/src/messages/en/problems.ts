import type { Problem, ProblemCode } from '@sales-channels/contract';
import type { TransportCode } from '@sales-channels/contract/client';

type ProblemText = string | ((problem: Problem | null) => string);

/** What went wrong and what to do about it, by code. */
export const problemMessages: Record<ProblemCode | TransportCode | 'other', ProblemText> = {
  invalid_request: 'Something in the form is not valid. Check the marked fields.',
  unsupported_channel_type: 'This kind of channel is not available yet.',
  return_to_not_allowed:
    'This page may not be returned to after a sign-in. Tell the people who run this app.',
  unauthenticated: 'Your session could not be confirmed. Reload the page, or sign in again.',
  session_expired: 'Your session has expired. Reload the page, or sign in again.',
  origin_not_allowed: 'Sales channels may not be used from this address. Tell the people who run this app.',
  forbidden: 'You do not have the permission for this. Ask an administrator of your account.',
  plan_required: (problem) =>
    problem?.requiredPlan === undefined
      ? 'Your plan does not include this.'
      : `Your plan does not include this. The ${problem.requiredPlan} plan does.`,
  not_in_plan: (problem) =>
    'Your plan has no room for this channel.' +
    (problem?.requiredPlan === undefined ? '' : ` The ${problem.requiredPlan} plan does.`),
  connection_limit_reached: (problem) =>
    `Your plan allows ${problem?.limit === 1 ? 'one accounting connection' : `${problem?.limit ?? 'no more'} accounting connections`}.` +
    (problem?.requiredPlan === undefined ? '' : ` The ${problem.requiredPlan} plan allows more.`),
  not_found: 'It is not there any more. Reload to see what is.',
  prerequisite_missing: (problem) => problem?.detail ?? 'Something else has to be set up first.',
  sales_tracking_disabled: 'Sales tracking is off. Turn it on first.',
  channel_exists: 'This connection already has a sales channel.',
  connection_unavailable: 'The connection cannot be used now. Reconnect it, then try again.',
  company_in_use: 'This company is already connected in another account. Disconnect it there first.',
  company_mismatch: (problem) => {
    if (!problem?.companies)
      return 'Another company was picked than the one connected here. Pick the same company.';
    const { connected, picked, pickedRealmId } = problem.companies;
    return (
      `This connection belongs to ${connected}; you picked ${picked ?? 'another company'} ` +
      `(company ID ${pickedRealmId}). Sign in again and pick ${connected}.`
    );
  },
  reconnect_required: 'QuickBooks Online needs you to sign in again.',
  access_lost:
    'QuickBooks Online no longer gives access to this company. Check its subscription and your user there, then sync again.',
  wrong_environment: 'This company belongs to another QuickBooks Online environment than this app uses.',
  connection_of_host:
    'This connection is managed elsewhere in this app. Change it where the app keeps its connections.',
  manual_channel_fixed: 'The Manual channel is always there. It cannot be deactivated or removed.',
  channel_has_sales: 'This channel has sales, so it cannot be removed. Deactivate it instead.',
  channel_inactive: 'The channel is inactive, so it does not sync.',
  sync_in_progress: 'A sync is already running.',
  initial_sync_date_locked: 'The initial sync date can only be moved earlier after the first sync.',
  sale_imported: 'Imported sales are changed where they come from, not here.',
  sale_voided: 'This sale is voided, so it cannot be changed.',
  idempotency_conflict: 'This was already asked for in another way. Close this and start again.',
  authorization_denied: 'The sign-in was declined, so nothing was connected. Try again when you are ready.',
  authorization_expired: 'The sign-in took too long and has expired. Start it again.',
  payload_too_large: 'That is too much at once. Shorten it and try again.',
  unsupported_media_type: 'The request was refused. Reload the page and try again.',
  budget_reached:
    'This month’s calls to QuickBooks Online are used up. Syncing goes on by itself when the next month begins.',
  provider_busy: 'QuickBooks Online is busy. Try again later.',
  provider_failed:
    'QuickBooks Online refused the request. Try again; if it stays, tell the people who run this app.',
  products_unavailable: 'The product search does not answer. Try again, or enter the product as text.',
  internal: 'Something went wrong on our side. Try again in a moment.',
  network: 'There is no connection to the server. Check your network, then try again.',
  timeout: 'The server took too long to answer. Try again in a moment.',
  unexpected_response:
    'The server gave an answer that cannot be read. Reload the page; an update may be out.',
  other: 'Something went wrong. Try again in a moment.',
};
