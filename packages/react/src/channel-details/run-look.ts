import type { Run } from '@sales-channels/contract';
import type { Tone } from '../primitives/badge.tsx';
import type { IconName } from '../provider/icons.ts';

/** How each state of a sync looks. */
export const runLooks: Record<Run['state'], { tone: Tone; icon: IconName }> = {
  queued: { tone: 'info', icon: 'pending' },
  running: { tone: 'info', icon: 'spinner' },
  succeeded: { tone: 'success', icon: 'success' },
  completed_with_errors: { tone: 'warning', icon: 'warning' },
  failed: { tone: 'danger', icon: 'error' },
  stopped: { tone: 'neutral', icon: 'inactive' },
  unknown: { tone: 'neutral', icon: 'info' },
};
