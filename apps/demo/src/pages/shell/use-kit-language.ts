import type { Language } from '@sales-channels/react';
import { useEffect, useState } from 'react';

export const KIT_LANGUAGES = [
  { value: 'en', label: 'English' },
  { value: 'de', label: 'Deutsch' },
  { value: 'fr', label: 'Français' },
  { value: 'ar', label: 'العربية' },
] as const;
export type KitLanguage = (typeof KIT_LANGUAGES)[number]['value'];

const KEY = 'northwind-kit-language';
const load: Record<Exclude<KitLanguage, 'en'>, () => Promise<Language>> = {
  de: async () => (await import('@sales-channels/react/languages/de')).german,
  fr: async () => (await import('@sales-channels/react/languages/fr')).french,
  ar: async () => (await import('@sales-channels/react/languages/ar')).arabic,
};

export const storedKitLanguage = (): KitLanguage =>
  KIT_LANGUAGES.find(({ value }) => value === localStorage.getItem(KEY))?.value ?? 'en';

export function chooseKitLanguage(language: KitLanguage): void {
  localStorage.setItem(KEY, language);
  location.reload();
}

/** What the kit speaks in Northwind, whose own pages are English; undefined while it is on its way. */
export function useKitLanguage(): { isReady: boolean; language?: Language } {
  const [tag] = useState(storedKitLanguage);
  const [language, setLanguage] = useState<Language>();
  useEffect(() => {
    if (tag !== 'en') void load[tag]().then(setLanguage);
  }, [tag]);
  return language ? { isReady: true, language } : { isReady: tag === 'en' };
}
