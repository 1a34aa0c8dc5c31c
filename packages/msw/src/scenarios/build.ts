import { createManualSales } from '../fixtures/create-manual-sales.ts';
import { addAccountingChannel, addManualChannel } from '../world/add-channel.ts';
import { addConnection } from '../world/authorizations.ts';
import { addDays } from '../world/calendar.ts';
import { channelSubject, connectionSubject, recordAudit } from '../world/record-audit.ts';
import { recordRun } from '../world/record-run.ts';
import { importDocument } from '../world/sales-store.ts';
import type { ChannelRecord, ConnectionRecord, World } from '../world/world.ts';

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

export const ago = (world: World, ms: number): string => new Date(world.now().getTime() - ms).toISOString();

/** Turns sales tracking on; the Manual channel has no sales yet. */
export function enableTracking(world: World): ChannelRecord {
  world.context.salesTracking.enabled = true;
  const manual = addManualChannel(world);
  manual.createdAt = ago(world, 45 * DAY_MS);
  recordAudit(world, 'sales_tracking_enabled', {}, manual.createdAt);
  return manual;
}

/** Enters a few sales by hand. */
export function sellByHand(world: World): void {
  const manual = addManualChannel(world);
  for (const document of createManualSales(world.today())) {
    const at = `${document.date}T15:00:00.000Z`;
    const sale = importDocument(world, manual, document, at, { cause: 'entered', isByUser: true });
    const subject = { subject: sale.number, saleId: sale.id, channelId: manual.id };
    recordAudit(world, 'manual_sale_created', subject, at);
  }
}

/** Sales tracking on, with a few manual sales. */
export function tracking(world: World): void {
  enableTracking(world);
  sellByHand(world);
}

/** Connects one of the owner's companies; the first is used for other things too. */
export function connect(world: World, index: number): ConnectionRecord {
  const company = world.companies[index];
  if (company === undefined) throw new RangeError(`There is no company ${index}.`);
  const connectedAt = ago(world, (60 - index) * DAY_MS);
  const uses = index === 0 ? ['Item sync', 'Build exports'] : [];
  const connection = addConnection(world, company, { uses, connectedAt });
  recordAudit(world, 'connection_connected', connectionSubject(connection), connectedAt);
  return connection;
}

/** A channel made some days ago. */
export function openChannel(
  world: World,
  connection: ConnectionRecord,
  { daysBack, daysAgo = 0 }: { daysBack: number; daysAgo?: number },
): ChannelRecord {
  const channel = addAccountingChannel(world, connection, addDays(world.today(), -daysBack));
  channel.createdAt = ago(world, daysAgo * DAY_MS);
  recordAudit(world, 'channel_created', channelSubject(channel), channel.createdAt);
  return channel;
}

/** A channel of the first company, up to date, with a few hundred sales. */
export function connected(world: World): ChannelRecord {
  tracking(world);
  const channel = openChannel(world, connect(world, 0), { daysBack: 180, daysAgo: 30 });
  recordRun(world, channel, { endedMsAgo: 30 * DAY_MS, trigger: 'connected' });
  recordRun(world, channel, { endedMsAgo: 12 * DAY_MS, trigger: 'schedule', voided: 4, updated: 2 });
  recordRun(world, channel, { endedMsAgo: 3 * DAY_MS, trigger: 'manual', deleted: 1, updated: 1 });
  recordAudit(world, 'sync_requested', channelSubject(channel), ago(world, 3 * DAY_MS));
  recordRun(world, channel, { endedMsAgo: 2 * HOUR_MS, trigger: 'schedule', voided: 1, updated: 3 });
  return channel;
}

/** A second channel beside the connected one. */
export function twoChannels(world: World): ChannelRecord {
  connected(world);
  const channel = openChannel(world, connect(world, 1), { daysBack: 90, daysAgo: 14 });
  recordRun(world, channel, { endedMsAgo: 14 * DAY_MS, trigger: 'connected' });
  recordRun(world, channel, { endedMsAgo: 4 * HOUR_MS, trigger: 'schedule', updated: 1 });
  return channel;
}
