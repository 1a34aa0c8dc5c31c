import type { AuditEntry } from '@sales-channels/contract';
import type { ChannelRecord, ConnectionRecord, World } from './world.ts';

type Subject = Partial<Pick<AuditEntry, 'subject' | 'channelId' | 'connectionId' | 'saleId'>>;

/** Notes what the present user did. */
export function recordAudit(
  world: World,
  action: AuditEntry['action'],
  subject: Subject = {},
  at = world.now().toISOString(),
): void {
  world.audit.push({
    id: world.nextId('audit'),
    at,
    action,
    user: world.context.user,
    subject: null,
    channelId: null,
    connectionId: null,
    saleId: null,
    ...subject,
  });
}

export const channelSubject = ({ id, name, connectionId }: ChannelRecord): Subject => ({
  subject: name,
  channelId: id,
  connectionId,
});

export const connectionSubject = ({ id, companyName }: ConnectionRecord): Subject => ({
  subject: companyName,
  connectionId: id,
});
