import type { Connection } from '@sales-channels/contract';
import type { Tone } from '../primitives/badge.tsx';
import type { IconName } from '../provider/icons.ts';

/** How each status looks. */
export const connectionLooks: Record<Connection['status'], { tone: Tone; icon: IconName }> = {
  connected: { tone: 'success', icon: 'success' },
  reconnect_required: { tone: 'warning', icon: 'warning' },
  disconnected: { tone: 'neutral', icon: 'disconnected' },
  unknown: { tone: 'neutral', icon: 'info' },
};
