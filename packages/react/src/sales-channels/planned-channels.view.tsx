import { useMessages } from '../messages/use-messages.ts';
import { Badge } from '../primitives/badge.tsx';
import { Icon } from '../primitives/icon.tsx';

/** Kinds of channels that are to come. */
export function PlannedChannelsView() {
  const { channels, common } = useMessages();
  const planned = [
    { type: 'pos', text: channels.posText },
    { type: 'ecommerce', text: channels.ecommerceText },
  ] as const;
  return (
    <ul className="sc-planned" aria-label={channels.plannedLabel}>
      {planned.map(({ type, text }) => (
        <li key={type}>
          <Icon name={type} />
          <span className="sc-planned-name">{channels.types[type]}</span>
          <span className="sc-planned-text">{text}</span>
          <Badge>{common.comingSoon}</Badge>
        </li>
      ))}
    </ul>
  );
}
