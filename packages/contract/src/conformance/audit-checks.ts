import { expect } from 'vitest';
import type { AuditEntry } from '../audit.ts';
import type { Checks } from './setting.ts';
import { daysAfter, enterTracking, idle, openChannel, sell, signIn, sync } from './setting.ts';

export const auditChecks: Checks = {
  'U-03 notes who did what, newest first, and nothing that changed nothing': async (subject) => {
    const api = await enterTracking(subject);
    const connection = await signIn(subject, api);
    const { id: channelId, name } = await openChannel(api, connection, api.today);
    const params = { channelId };
    await sync(api, channelId);
    await api.ok('updateChannel', { params, body: { initialSyncDate: daysAfter(api.today, -3) } });
    for (const operation of ['deactivateChannel', 'activateChannel'] as const) {
      await api.ok(operation, { params });
      await api.ok(operation, { params });
      await idle(api, channelId);
    }
    const sale = { params: { saleId: (await sell(api)).id } };
    await api.ok('updateManualSale', { ...sale, body: { note: 'x' } });
    await api.ok('updateManualSale', { ...sale, body: { note: 'x' } });
    await api.ok('voidSale', { ...sale, body: { reason: 'y' } });
    await api.ok('voidSale', { ...sale, body: { reason: 'y' } });
    await api.ok('removeChannel', { params });
    await api.ok('disconnectConnection', { params: { connectionId: connection.id } });
    await api.ok('disconnectConnection', { params: { connectionId: connection.id } });
    await signIn(subject, api);
    await api.ok('setSalesTracking', { body: { enabled: false } });
    await api.ok('setSalesTracking', { body: { enabled: false } });

    const entries: AuditEntry[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: { items: AuditEntry[]; nextCursor: string | null } = await api.ok('listAuditEntries', {
        query: { limit: 4, ...(cursor && { cursor }) },
      });
      entries.push(...page.items);
      cursor = page.nextCursor;
    }
    expect(entries.map(({ action }) => action).toReversed()).toEqual([
      'sales_tracking_enabled',
      'connection_connected',
      'channel_created',
      'sync_requested',
      'initial_sync_date_moved',
      'channel_deactivated',
      'channel_activated',
      'manual_sale_created',
      'manual_sale_changed',
      'manual_sale_voided',
      'channel_removed',
      'connection_disconnected',
      'connection_reconnected',
      'sales_tracking_disabled',
    ]);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
    for (const { user } of entries) expect(user).toEqual({ id: 'dana', name: 'Dana' });
    const of = (action: AuditEntry['action']) => entries.find((entry) => entry.action === action);
    expect(of('channel_created')).toMatchObject({ subject: name, channelId });
    expect(of('manual_sale_voided')).toMatchObject({ subject: 'F-1', ...sale.params });
    expect(of('connection_disconnected')).toMatchObject({
      subject: connection.companyName,
      connectionId: connection.id,
    });
  },
};
