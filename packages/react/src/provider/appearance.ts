import { createContext, useContext } from 'react';
import type { IconOverrides } from './icons.ts';

/**
 * `inherit` follows the page's own `color-scheme`, `system` the operating system's setting; `light` and `dark` hold whatever
 * the page does.
 */
export type Theme = 'inherit' | 'system' | 'light' | 'dark';
export type Density = 'comfortable' | 'compact';

export interface Appearance {
  theme: Theme;
  density: Density;
  icons: IconOverrides;
  /** Of the words on show, and which way they run. */
  lang: string;
  dir: 'ltr' | 'rtl';
}

export const AppearanceContext = createContext<Appearance>({
  theme: 'inherit',
  density: 'comfortable',
  icons: {},
  lang: 'en',
  dir: 'ltr',
});

export const useAppearance = (): Appearance => useContext(AppearanceContext);
