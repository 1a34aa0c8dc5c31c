import type { ChannelRecord, ConnectionRecord, World } from './world.ts';

/** The business' Manual channel, made if it is not there yet. */
export function addManualChannel(world: World): ChannelRecord {
  const existing = world.channels.find(({ type }) => type === 'manual');
  return (
    existing ?? store(world, { type: 'manual', name: 'Manual', connectionId: null, initialSyncDate: null })
  );
}

/** Makes an accounting channel on a connection. */
export function addAccountingChannel(
  world: World,
  connection: ConnectionRecord,
  initialSyncDate: string,
): ChannelRecord {
  return store(world, {
    type: 'accounting',
    name: `${connection.providerName} · ${connection.companyName}`,
    connectionId: connection.id,
    initialSyncDate,
  });
}

function store(
  world: World,
  channel: Pick<ChannelRecord, 'type' | 'name' | 'connectionId' | 'initialSyncDate'>,
): ChannelRecord {
  const record = {
    ...channel,
    id: world.nextId('channel'),
    isActive: true,
    attention: [],
    verification: null,
    reportedAt: null,
    createdAt: world.now().toISOString(),
  };
  world.channels.push(record);
  return record;
}
