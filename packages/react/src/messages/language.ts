import type { Messages } from './messages.ts';

/** What the kit speaks: its words, and which way they run. */
export interface Language {
  /** BCP 47; the `lang` of everything the kit shows, and the locale of its numbers and dates unless the host sets one. */
  tag: string;
  direction: 'ltr' | 'rtl';
  messages: Messages;
}
