import type { ProblemCode } from '@sales-channels/contract';
import type { AuthorizationDocument } from '../authorization.model.ts';
import type { Refusal } from '../sign-in.ts';

interface Words {
  title: string;
  text: string;
}

export function refusalWords(why: Refusal | 'unexpected', productName: string): Words {
  const again = `Go back to ${productName} and start again from there.`;
  const words: Readonly<Record<typeof why, Words>> = {
    link_unknown: { title: 'This link does not work', text: `It is incomplete or too old. ${again}` },
    link_foreign: {
      title: `Start from ${productName}`,
      text: `A sign-in only begins with the button in ${productName}, in the same browser. If somebody sent you this link, close this page: nothing was connected.`,
    },
    link_used: { title: 'This link was already used', text: `A link works once. ${again}` },
    expired: {
      title: 'This sign-in has expired',
      text: `It took too long; nothing was connected. ${again}`,
    },
    other_browser: {
      title: 'This sign-in belongs to another browser',
      text: 'Nothing was connected. If you began it, finish it in the browser where you began. If somebody sent you a link, close this page.',
    },
    other_site: {
      title: 'This did not come from our page',
      text: `Nothing was connected. ${again}`,
    },
    state_unknown: {
      title: 'This sign-in is not known',
      text: `It is incomplete, too old, or was begun again elsewhere. Nothing was connected. ${again}`,
    },
    already_answered: {
      title: 'This sign-in is already finished',
      text: `You can close this window; ${productName} shows how it went.`,
    },
    unexpected: { title: 'Something went wrong on our side', text: again },
  };
  return words[why];
}

type FailureTexts = { readonly [Code in ProblemCode]?: Words };

/** What people read when a sign-in came to nothing. A problem's own detail says more than the words of its code. */
export function failureWords(
  problem: AuthorizationDocument['problem'],
  { productName, providerName }: { productName: string; providerName: string },
): Words {
  const back = `Go back to ${productName} and try again.`;
  const texts: FailureTexts = {
    authorization_denied: { title: 'Nothing was connected', text: 'The sign-in was cancelled.' },
    company_in_use: {
      title: 'This company is already connected',
      text: 'A company can be connected in one place only. Disconnect it there first, or pick another company.',
    },
    company_mismatch: { title: 'You picked another company', text: back },
    connection_limit_reached: {
      title: 'The plan allows no further connection',
      text: `Your plan includes ${problem?.details.limit ?? 'no more'} connected companies.${
        problem?.details.requiredPlan ? ` The plan ${problem.details.requiredPlan} allows more.` : ''
      }`,
    },
    access_lost: {
      title: `${providerName} gives no access to this company`,
      text: 'Its subscription may have ended, or you may not be one of its administrators.',
    },
    wrong_environment: {
      title: 'This company cannot be used here',
      text: `It belongs to another environment of ${providerName}.`,
    },
    connection_unavailable: { title: 'The connection is gone', text: back },
    provider_busy: {
      title: `${providerName} did not answer`,
      text: `Nothing was connected. Wait a minute, then go back to ${productName} and try again.`,
    },
    provider_failed: { title: `${providerName} did not complete the sign-in`, text: back },
  };
  const words = texts[problem?.code ?? 'internal'] ?? {
    title: 'Something went wrong on our side',
    text: back,
  };
  return { title: words.title, text: problem?.details.detail ?? words.text };
}
