import { useId } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { Badge } from '../primitives/badge.tsx';
import { Icon } from '../primitives/icon.tsx';
import { PLANNED_TYPES } from '../sales-channels/planned-types.ts';

const TYPES = ['accounting', ...PLANNED_TYPES] as const;

/** What kind of source. One there is today; the others are shown as planned. */
export function ChannelTypePickerView({ labelledBy }: { labelledBy: string }) {
  const { connectWizard: words, channels, common } = useMessages();
  const name = useId();
  const texts = { accounting: words.accountingText, ...channels.plannedTexts };
  return (
    <div className="sc-wizard-options sc-wizard-types" role="radiogroup" aria-labelledby={labelledBy}>
      {TYPES.map((type) => {
        const isPlanned = type !== 'accounting';
        return (
          <label key={type} className="sc-wizard-option" data-disabled={isPlanned || undefined}>
            <input type="radio" name={name} value={type} defaultChecked={!isPlanned} disabled={isPlanned} />
            <Icon name={type} />
            <span className="sc-wizard-option-text">
              <span className="sc-wizard-option-title">{channels.types[type]}</span>
              <span className="sc-wizard-option-hint">{texts[type]}</span>
            </span>
            {isPlanned && <Badge>{common.comingSoon}</Badge>}
          </label>
        );
      })}
    </div>
  );
}
