import { useMessages } from '../messages/use-messages.ts';
import { Button } from '../primitives/button.tsx';

export interface ChannelEndViewProps {
  label: string;
  isActive: boolean;
  /** Null until it is known. */
  hasSales: boolean | null;
  onDeactivate: () => void;
  onRemove: () => void;
}

export function ChannelEndView({ label, isActive, hasSales, ...props }: ChannelEndViewProps) {
  const { channelDetails: words } = useMessages();
  return (
    <section className="sc-details-end" aria-label={label}>
      {isActive && (
        <div className="sc-details-line">
          <span className="sc-details-note">{words.deactivateText}</span>
          <Button size="small" onClick={props.onDeactivate}>
            {words.deactivate}
          </Button>
        </div>
      )}
      {hasSales === false && (
        <div className="sc-details-line">
          <span className="sc-details-note">{words.removeText}</span>
          <Button size="small" onClick={props.onRemove}>
            {words.remove}
          </Button>
        </div>
      )}
      {hasSales === true && (
        <p className="sc-details-note">{isActive ? words.hasSales : words.hasSalesInactive}</p>
      )}
    </section>
  );
}
