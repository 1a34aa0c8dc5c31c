import { useId } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { useSalesChannels } from '../provider/sales-channels-context.ts';
import { useNow } from './use-now.ts';

export interface RelativeTimeProps {
  /** ISO 8601. */
  instant: string;
  /** The sentence around it, e.g. `synced 4 min. ago`. */
  children?: (ago: string) => string;
  /** The sentence around the moment, e.g. `Checked Nov 20, 2026, 4:12:09 PM GMT+1`. */
  tip?: (instant: string) => string;
}

const asIs = (text: string): string => text;

/** How long ago, with the moment and its zone on hover and on focus. */
export function RelativeTime({ instant, children = asIs, tip = asIs }: RelativeTimeProps) {
  const { format } = useSalesChannels('RelativeTime');
  const { justNow } = useMessages().common;
  const tipId = useId();
  const absolute = tip(format.instant(instant));
  return (
    <span className="sc-time">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what hovering shows, the keyboard must show too */}
      <time dateTime={instant} title={absolute} aria-describedby={tipId} tabIndex={0}>
        {children(format.ago(instant, useNow()) ?? justNow)}
      </time>
      <span role="tooltip" id={tipId} className="sc-time-tip">
        {absolute}
      </span>
    </span>
  );
}
