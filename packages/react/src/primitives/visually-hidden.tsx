import type { HTMLAttributes } from 'react';

/** For assistive technology only. */
export function VisuallyHidden(props: HTMLAttributes<HTMLSpanElement>) {
  return <span {...props} className="sc-visually-hidden" />;
}
