import { useEffect, useState } from 'react';

export const THEMES = [
  { value: 'system', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const;
export type Theme = (typeof THEMES)[number]['value'];

const KEY = 'northwind-theme';
const stored = (): Theme =>
  THEMES.find(({ value }) => value === localStorage.getItem(KEY))?.value ?? 'system';

/** The page's colours; the kit follows them by itself, through the page's `color-scheme`. */
export function useTheme() {
  const [theme, setTheme] = useState(stored);
  useEffect(() => {
    document.documentElement.style.colorScheme = theme === 'system' ? 'light dark' : theme;
    localStorage.setItem(KEY, theme);
  }, [theme]);
  return [theme, setTheme] as const;
}
