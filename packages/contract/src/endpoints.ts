import * as z from 'zod/mini';
import { channelSchema, createChannelSchema, updateChannelSchema } from './channel.ts';
import {
  authorizationSchema,
  connectionSchema,
  previewSchema,
  startAuthorizationSchema,
  startedAuthorizationSchema,
} from './connection.ts';
import { contextSchema, salesTrackingSchema } from './context.ts';
import { defineEndpoint } from './endpoint.ts';
import { calendarDateSchema, cursorSchema, idSchema, limitSchema } from './primitives.ts';
import { runSchema } from './run.ts';
import {
  changePageSchema,
  listSalesQuerySchema,
  saleFiltersSchema,
  salePageSchema,
  saleSchema,
  salesTotalsSchema,
} from './sale.ts';

const channelParams = z.strictObject({ channelId: idSchema });

/** The whole API as one table. */
export const endpoints = {
  getContext: defineEndpoint({
    method: 'GET',
    path: '/v1/context',
    summary: 'Who asks, what they may do, and where sales tracking stands',
    permission: 'read',
    isForEveryPlan: true,
    response: contextSchema,
    problems: [],
  }),
  setSalesTracking: defineEndpoint({
    method: 'PUT',
    path: '/v1/sales-tracking',
    summary: 'Turns sales tracking on or off; turning it on makes sure of the Manual channel',
    permission: 'manage',
    body: z.strictObject({ enabled: z.boolean() }),
    response: salesTrackingSchema,
    problems: ['prerequisite_missing'],
  }),
  listConnections: defineEndpoint({
    method: 'GET',
    path: '/v1/connections',
    summary: 'The accounting connections of the business',
    permission: 'read',
    response: z.object({ items: z.array(connectionSchema) }),
    problems: [],
  }),
  previewImport: defineEndpoint({
    method: 'GET',
    path: '/v1/connections/:connectionId/preview',
    summary: 'How many documents a first sync from a date would bring',
    permission: 'manage',
    params: z.strictObject({ connectionId: idSchema }),
    query: z.strictObject({ from: calendarDateSchema }),
    response: previewSchema,
    problems: [
      'not_found',
      'connection_unavailable',
      'reconnect_required',
      'access_lost',
      'wrong_environment',
      'provider_busy',
      'provider_failed',
    ],
  }),
  startAuthorization: defineEndpoint({
    method: 'POST',
    path: '/v1/authorizations',
    summary: 'Begins a sign-in at an accounting system',
    permission: 'manage',
    body: startAuthorizationSchema,
    status: 201,
    response: startedAuthorizationSchema,
    problems: ['not_found', 'return_to_not_allowed', 'connection_limit_reached'],
  }),
  getAuthorization: defineEndpoint({
    method: 'GET',
    path: '/v1/authorizations/:authorizationId',
    summary: 'Where a sign-in stands',
    permission: 'manage',
    params: z.strictObject({ authorizationId: idSchema }),
    response: authorizationSchema,
    problems: ['not_found'],
  }),
  listChannels: defineEndpoint({
    method: 'GET',
    path: '/v1/channels',
    summary: 'The sales channels of the business: accounting first, then Manual',
    permission: 'read',
    response: z.object({ items: z.array(channelSchema) }),
    problems: [],
  }),
  getChannel: defineEndpoint({
    method: 'GET',
    path: '/v1/channels/:channelId',
    summary: 'One sales channel',
    permission: 'read',
    params: channelParams,
    response: channelSchema,
    problems: ['not_found'],
  }),
  createChannel: defineEndpoint({
    method: 'POST',
    path: '/v1/channels',
    summary: 'Makes an accounting channel on a connection',
    permission: 'manage',
    body: createChannelSchema,
    status: 201,
    response: channelSchema,
    isIdempotent: true,
    problems: [
      'unsupported_channel_type',
      'sales_tracking_disabled',
      'channel_exists',
      'connection_unavailable',
      'connection_limit_reached',
      'idempotency_conflict',
    ],
  }),
  updateChannel: defineEndpoint({
    method: 'PATCH',
    path: '/v1/channels/:channelId',
    summary: 'Moves the initial sync date: freely before the first successful sync, earlier only after it',
    permission: 'manage',
    params: channelParams,
    body: updateChannelSchema,
    response: channelSchema,
    problems: ['not_found', 'initial_sync_date_locked', 'sync_in_progress'],
  }),
  syncChannel: defineEndpoint({
    method: 'POST',
    path: '/v1/channels/:channelId/sync',
    summary: 'Asks for a sync now',
    permission: 'sync',
    params: channelParams,
    status: 202,
    response: runSchema,
    problems: [
      'not_found',
      'sales_tracking_disabled',
      'channel_inactive',
      'reconnect_required',
      'connection_unavailable',
      'sync_in_progress',
    ],
  }),
  listRuns: defineEndpoint({
    method: 'GET',
    path: '/v1/channels/:channelId/runs',
    summary: 'The syncs of a channel, newest first',
    permission: 'read',
    params: channelParams,
    query: z.strictObject({ cursor: z.optional(cursorSchema), limit: z.optional(limitSchema(100)) }),
    response: z.object({ items: z.array(runSchema), nextCursor: z.nullable(cursorSchema) }),
    problems: ['not_found'],
  }),
  getRun: defineEndpoint({
    method: 'GET',
    path: '/v1/runs/:runId',
    summary: 'One sync',
    permission: 'read',
    params: z.strictObject({ runId: idSchema }),
    response: runSchema,
    problems: ['not_found'],
  }),
  listSales: defineEndpoint({
    method: 'GET',
    path: '/v1/sales',
    summary: 'Sales, newest first',
    permission: 'read',
    query: listSalesQuerySchema,
    response: salePageSchema,
    problems: [],
  }),
  getSalesTotals: defineEndpoint({
    method: 'GET',
    path: '/v1/sales/totals',
    summary: 'Totals a currency over all the sales a filter finds',
    permission: 'read',
    query: saleFiltersSchema,
    response: salesTotalsSchema,
    problems: [],
  }),
  getSale: defineEndpoint({
    method: 'GET',
    path: '/v1/sales/:saleId',
    summary: 'One sale with its lines',
    permission: 'read',
    params: z.strictObject({ saleId: idSchema }),
    response: saleSchema,
    problems: ['not_found'],
  }),
  listChanges: defineEndpoint({
    method: 'GET',
    path: '/v1/changes',
    summary: 'The feed: sales in the order they changed, after a cursor',
    permission: 'read',
    query: z.strictObject({ after: z.optional(cursorSchema), limit: z.optional(limitSchema(1000)) }),
    response: changePageSchema,
    problems: [],
  }),
} as const;

export type Endpoints = typeof endpoints;
export type EndpointName = keyof Endpoints;
type Part<E, K extends string> =
  E extends Record<K, infer S extends z.ZodMiniType> ? { [P in K]: z.input<S> } : unknown;
/** What a caller passes to an operation. */
export type EndpointInput<N extends EndpointName> = Part<Endpoints[N], 'params'> &
  Part<Endpoints[N], 'query'> &
  Part<Endpoints[N], 'body'>;
/** What an operation answers. */
export type EndpointOutput<N extends EndpointName> = z.output<Endpoints[N]['response']>;
