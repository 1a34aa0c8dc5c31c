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
}

export const AppearanceContext = createContext<Appearance>({
  theme: 'inherit',
  density: 'comfortable',
  icons: {},
});

export const useAppearance = (): Appearance => useContext(AppearanceContext);
