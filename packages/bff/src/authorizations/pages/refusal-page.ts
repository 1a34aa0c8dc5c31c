import type { Refusal } from '../sign-in.ts';
import { html } from './html.ts';
import { pageLayout } from './page-layout.ts';
import { refusalWords } from './sign-in-words.ts';

export const REFUSAL_STATUS: Readonly<Record<Refusal | 'unexpected', number>> = {
  link_unknown: 404,
  link_foreign: 403,
  link_used: 409,
  expired: 410,
  other_browser: 403,
  other_site: 403,
  state_unknown: 400,
  already_answered: 409,
  unexpected: 500,
};

/** Why nothing was done, and what to do now. Says nothing of the sign-in it refuses: the reader may be anybody. */
export function refusalPage(
  why: keyof typeof REFUSAL_STATUS,
  { productName, nonce }: { productName: string; nonce: string },
): string {
  const { title, text } = refusalWords(why, productName);
  return pageLayout({ productName, tone: 'warning', title, content: html`<p>${text}</p>` }, nonce);
}
