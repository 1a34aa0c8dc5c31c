import type { Channel } from '@sales-channels/contract';
import type { Tone } from '../primitives/badge.tsx';
import type { IconName } from '../provider/icons.ts';

/** How each status looks. */
export const statusLooks: Record<Channel['status'], { tone: Tone; icon: IconName }> = {
  inactive: { tone: 'neutral', icon: 'inactive' },
  not_in_plan: { tone: 'neutral', icon: 'locked' },
  disconnected: { tone: 'danger', icon: 'disconnected' },
  reconnect_required: { tone: 'warning', icon: 'warning' },
  syncing: { tone: 'info', icon: 'spinner' },
  sync_failed: { tone: 'danger', icon: 'error' },
  completed_with_errors: { tone: 'warning', icon: 'warning' },
  never_synced: { tone: 'neutral', icon: 'pending' },
  up_to_date: { tone: 'success', icon: 'success' },
  active: { tone: 'success', icon: 'success' },
  unknown: { tone: 'neutral', icon: 'info' },
};
