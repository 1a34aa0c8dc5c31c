import type { Language } from '../messages/language.ts';
import { englishMessages } from '../messages/messages.ts';

/** English, which the kit speaks unless told otherwise. */
export const english: Language = { tag: 'en', direction: 'ltr', messages: englishMessages };
