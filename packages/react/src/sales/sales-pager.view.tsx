import { useMessages } from '../messages/use-messages.ts';
import { Button } from '../primitives/button.tsx';
import { useSalesChannels } from '../provider/sales-channels-context.ts';

export interface SalesPagerViewProps {
  /** From 1. */
  page: number;
  isBusy: boolean;
  hasNext: boolean;
  onPrevious: () => void;
  onNext: () => void;
}

export function SalesPagerView({ page, isBusy, hasNext, onPrevious, onNext }: SalesPagerViewProps) {
  const { sales: words } = useMessages();
  const { format } = useSalesChannels('SalesPagerView');
  return (
    <nav className="sc-pager" aria-label={words.pagesLabel}>
      <output>{words.page(format.number(page))}</output>
      <Button size="small" icon="previousPage" aria-disabled={page === 1} onClick={onPrevious}>
        {words.previous}
      </Button>
      <Button size="small" icon="nextPage" aria-disabled={!hasNext || isBusy} onClick={onNext}>
        {words.next}
      </Button>
    </nav>
  );
}
