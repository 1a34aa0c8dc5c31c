import type { Language } from '../messages/language.ts';
import { mergeMessages } from '../messages/messages.ts';
import { authorizationWindowMessages } from '../messages/ar/authorization-window.ts';
import { commonMessages } from '../messages/ar/common.ts';
import { connectWizardMessages } from '../messages/ar/connect-wizard.ts';
import { problemMessages } from '../messages/ar/problems.ts';
import { syncMessages } from '../messages/ar/sync.ts';
import { trackingMessages } from '../messages/ar/tracking.ts';

/** Arabic. */
export const arabic: Language = {
  tag: 'ar',
  direction: 'rtl',
  messages: mergeMessages({
    authorizationWindow: authorizationWindowMessages,
    common: commonMessages,
    connectWizard: connectWizardMessages,
    problems: problemMessages,
    sync: syncMessages,
    tracking: trackingMessages,
  }),
};
