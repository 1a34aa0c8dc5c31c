import type { ReactNode } from 'react';
import type { ConnectWizardProps } from '../connect-wizard/connect-wizard.tsx';
import { ConnectWizard as Wizard } from '../connect-wizard/connect-wizard.tsx';
import type { ManualSaleFormProps } from '../manual-sale/manual-sale-form.tsx';
import { LazyManualSaleForm } from '../manual-sale/lazy-manual-sale-form.tsx';
import { ErrorBoundary } from '../primitives/error-boundary.tsx';
import { Root } from '../provider/root.tsx';
import { useSalesChannels } from '../provider/sales-channels-context.ts';
import { BrokenWidget, WidgetBoundary } from '../sales-channels/widget-boundary.tsx';
import { LazySalesChart } from '../sales-chart/lazy-sales-chart.tsx';
import type { SalesChartProps } from '../sales-chart/sales-chart.tsx';
import type { SalesTableProps } from '../sales/sales-table.tsx';
import { SalesTable as Table } from '../sales/sales-table.tsx';
import type { SyncProgressProps } from '../sync-progress/sync-progress.tsx';
import { SyncProgress as Progress } from '../sync-progress/sync-progress.tsx';
import type { SyncResultProps } from '../sync-progress/sync-result.tsx';
import { SyncResult as Result } from '../sync-progress/sync-result.tsx';

/** The root the kit's styles start from, and a boundary: what a part of the kit has from the Sales tab it is else in. */
function StandAlone({ children }: { children: ReactNode }) {
  return (
    <Root>
      <WidgetBoundary>{children}</WidgetBoundary>
    </Root>
  );
}

/** The business' sales, newest first, with filters, pages and totals over all that the filters find. */
export function SalesTable(props: SalesTableProps) {
  return (
    <StandAlone>
      <Table {...props} />
    </StandAlone>
  );
}

/** Sales over time, by month or week, by type or channel, with the figures in a table. It is loaded when it is first shown. */
export function SalesChart(props: SalesChartProps) {
  return (
    <StandAlone>
      <LazySalesChart {...props} />
    </StandAlone>
  );
}

/** How far a run is: `640 of 1,240 · about 6 sec left`. */
export function SyncProgress(props: SyncProgressProps) {
  return (
    <StandAlone>
      <Progress {...props} />
    </StandAlone>
  );
}

/** What a run did, and the documents it could not import. */
export function SyncResult(props: SyncResultProps) {
  return (
    <StandAlone>
      <Result {...props} />
    </StandAlone>
  );
}

/**
 * Makes a sales channel: where the sales come from, from when on, and the first sync. Keep it mounted while closed: after a
 * sign-in in the whole page it asks to be opened again (`onOpenChange(true)`).
 */
export function ConnectWizard(props: ConnectWizardProps) {
  const { emit } = useSalesChannels('ConnectWizard');
  return (
    <ErrorBoundary onError={(error) => emit('onError', error)} Fallback={BrokenWizard}>
      <Wizard {...props} />
    </ErrorBoundary>
  );
}

// The wizard's dialog brings a root of its own, so that closed it leaves nothing on the page.
function BrokenWizard(props: { onRetry: () => void }) {
  return (
    <Root>
      <BrokenWidget {...props} />
    </Root>
  );
}

/**
 * Enters a sale by hand. It is loaded when it is first opened. Keep it mounted while closed: that is when it says, to those who
 * do not see the list, that the sale was created.
 */
export function ManualSaleForm(props: ManualSaleFormProps) {
  return <LazyManualSaleForm {...props} />;
}
