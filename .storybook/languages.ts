import type { Language } from '@sales-channels/react';
import { english } from '@sales-channels/react';
import { arabic } from '@sales-channels/react/languages/ar';
import { french } from '@sales-channels/react/languages/fr';
import { german } from '@sales-channels/react/languages/de';

export const languages: Readonly<Record<string, Language>> = {
  en: english,
  de: german,
  fr: french,
  ar: arabic,
};
