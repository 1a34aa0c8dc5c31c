import type { Language } from '../messages/language.ts';
import { mergeMessages } from '../messages/messages.ts';
import { authorizationWindowMessages } from '../messages/fr/authorization-window.ts';
import { commonMessages } from '../messages/fr/common.ts';
import { connectWizardMessages } from '../messages/fr/connect-wizard.ts';
import { problemMessages } from '../messages/fr/problems.ts';
import { syncMessages } from '../messages/fr/sync.ts';
import { trackingMessages } from '../messages/fr/tracking.ts';

/** French. */
export const french: Language = {
  tag: 'fr',
  direction: 'ltr',
  messages: mergeMessages({
    authorizationWindow: authorizationWindowMessages,
    common: commonMessages,
    connectWizard: connectWizardMessages,
    problems: problemMessages,
    sync: syncMessages,
    tracking: trackingMessages,
  }),
};
