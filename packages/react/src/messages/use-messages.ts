import { useSalesChannels } from '../provider/sales-channels-context.ts';
import type { Messages } from './messages.ts';

/** The kit's words: the provider's over the English ones. */
export const useMessages = (): Messages => useSalesChannels('useMessages').messages;
