import type { Language } from '../messages/language.ts';
import { mergeMessages } from '../messages/messages.ts';
import { authorizationWindowMessages } from '../messages/de/authorization-window.ts';
import { commonMessages } from '../messages/de/common.ts';
import { connectWizardMessages } from '../messages/de/connect-wizard.ts';
import { problemMessages } from '../messages/de/problems.ts';
import { syncMessages } from '../messages/de/sync.ts';
import { trackingMessages } from '../messages/de/tracking.ts';

/** German. */
export const german: Language = {
  tag: 'de',
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
