import { useMessages } from '../messages/use-messages.ts';
import { Icon } from '../primitives/icon.tsx';
import { useSalesChannels } from '../provider/sales-channels-context.ts';
import type { ImportPreview } from './use-import-preview.ts';

/** How much a first sync would bring and how long it would take: `About 1,240 sales · 4 provider calls · ~10 sec`. */
export function ImportPreviewView({ preview }: { preview: ImportPreview }) {
  const { connectWizard: words } = useMessages();
  const { format } = useSalesChannels('ImportPreviewView');
  switch (preview.status) {
    case 'none':
      return null;
    case 'counting':
      return (
        <span className="sc-wizard-preview">
          <Icon name="spinner" />
          {words.counting}
        </span>
      );
    case 'failed':
      return (
        <span className="sc-wizard-preview" data-tone="warning">
          <Icon name="warning" />
          {words.previewFailed}
        </span>
      );
    default: {
      const { total, providerCalls, seconds } = preview.preview;
      const estimate = [
        words.previewSales(total, format.number(total)),
        words.previewCalls(providerCalls, format.number(providerCalls)),
        words.previewTime(format.duration(seconds)),
      ].join(' · ');
      return (
        <span className="sc-wizard-preview">
          <Icon name="document" />
          {total === 0 ? words.previewNone : estimate}
        </span>
      );
    }
  }
}
