import { useMessages } from '../messages/use-messages.ts';
import { Badge } from '../primitives/badge.tsx';
import { Icon } from '../primitives/icon.tsx';
import { PLANNED_TYPES } from './planned-types.ts';

/** Kinds of channels that are to come. */
export function PlannedChannelsView() {
  const { channels, common } = useMessages();
  return (
    <ul className="sc-planned" aria-label={channels.plannedLabel}>
      {PLANNED_TYPES.map((type) => (
        <li key={type}>
          <Icon name={type} />
          <span className="sc-planned-name">{channels.types[type]}</span>
          <span className="sc-planned-text">{channels.plannedTexts[type]}</span>
          <Badge>{common.comingSoon}</Badge>
        </li>
      ))}
    </ul>
  );
}
