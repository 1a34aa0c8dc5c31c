import type { AuditAction } from '@sales-channels/contract';

/** A sentence of who did it, and to what where that is known. */
type Sentence = (who: string, what: string | null) => string;

const named = (what: string | null) => (what === null ? '' : ` ${what}`);
const of = (what: string | null) => (what === null ? '' : ` of ${what}`);

const actions: Record<AuditAction, Sentence> = {
  sales_tracking_enabled: (who) => `${who} turned on sales tracking`,
  sales_tracking_disabled: (who) => `${who} turned off sales tracking`,
  connection_connected: (who, what) => `${who} connected ${what ?? 'a company'}`,
  connection_reconnected: (who, what) => `${who} reconnected ${what ?? 'a company'}`,
  connection_disconnected: (who, what) => `${who} disconnected ${what ?? 'a company'}`,
  channel_created: (who, what) => `${who} connected the sales channel${named(what)}`,
  channel_activated: (who, what) => `${who} activated the sales channel${named(what)}`,
  channel_deactivated: (who, what) => `${who} deactivated the sales channel${named(what)}`,
  channel_removed: (who, what) => `${who} removed the sales channel${named(what)}`,
  initial_sync_date_moved: (who, what) => `${who} moved the initial sync date${of(what)}`,
  sync_requested: (who, what) => `${who} started a sync${of(what)}`,
  manual_sale_created: (who, what) => `${who} created the manual sale${named(what)}`,
  manual_sale_changed: (who, what) => `${who} changed the manual sale${named(what)}`,
  manual_sale_voided: (who, what) => `${who} voided the manual sale${named(what)}`,
  unknown: (who, what) => `${who} did something this page is too old to name${of(what)}`,
};

export const activityMessages = {
  open: 'Activity',
  title: 'Activity',
  text: 'Who changed connections, sales channels and manual sales, newest first.',
  listLabel: 'Activity, newest first',
  actions,
  more: 'Show older activity',
  moreFailed: 'Older activity could not be loaded',
  emptyTitle: 'Nothing has happened yet',
  emptyText: 'What people change here from now on is listed with their name and the time.',
  failedTitle: 'The activity could not be loaded',
};
