import type { HTMLAttributes } from 'react';
import { useAppearance } from './appearance.ts';

/** The attributes of an element the kit's styles start from; dialogs have one of their own, outside the widget. */
export function useRootAttributes() {
  const { theme, density, lang, dir } = useAppearance();
  return {
    className: 'sc-root',
    'data-theme': theme === 'inherit' ? undefined : theme,
    'data-density': density,
    lang,
    dir,
  } as const;
}

export function Root({ className, ...rest }: HTMLAttributes<HTMLDivElement>) {
  const root = useRootAttributes();
  return (
    <div {...rest} {...root} className={className ? `${root.className} ${className}` : root.className} />
  );
}
