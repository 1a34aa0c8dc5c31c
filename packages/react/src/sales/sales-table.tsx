import type { SaleFilters } from '@sales-channels/contract';
import { useId, useState } from 'react';
import { describeProblem } from '../messages/describe-problem.ts';
import { useMessages } from '../messages/use-messages.ts';
import { Button } from '../primitives/button.tsx';
import { EmptyState } from '../primitives/empty-state.tsx';
import { Notice } from '../primitives/notice.tsx';
import { useSalesChannels } from '../provider/sales-channels-context.ts';
import { useChannels } from '../queries/channels.ts';
import { useExportSales } from '../queries/export-sales.ts';
import { scopeOf } from '../queries/scope.ts';
import { channelTitle } from '../sales-channels/channel-title.ts';
import { LazySaleDetail } from '../sale-detail/lazy-sale-detail.tsx';
import { LazySalesChart } from '../sales-chart/lazy-sales-chart.tsx';
import { SalesActions } from './sales-actions.tsx';
import { saveCsv } from './save-file.ts';
import { SalesFiltersView } from './sales-filters.view.tsx';
import { SalesPagerView } from './sales-pager.view.tsx';
import { SalesRowsSkeleton, SalesRowsView } from './sales-rows.view.tsx';
import { SalesTotalsView } from './sales-totals.view.tsx';
import { isFiltered } from './set-filters.ts';
import { useOpenSale } from './use-open-sale.ts';
import { useSalesList } from './use-sales-list.ts';

export interface SalesTableProps {
  /** The business' calendar date, for the ranges of the date filter. */
  today: string;
  /** Filters driven by the host, e.g. from its URL; the table's own when left out. */
  filters?: SaleFilters;
  onFiltersChange?: (filters: SaleFilters) => void;
  /** The sale that is open, driven by the host; null for none, the table's own when left out. */
  saleId?: string | null;
  onSaleChange?: (saleId: string | null) => void;
}

/** Sales, newest first, with totals over all that the filters find. Another business' begin anew, without filters or page. */
export function SalesTable(props: SalesTableProps) {
  const { client } = useSalesChannels('SalesTable');
  return <SalesOfClient key={scopeOf(client)[1]} {...props} />;
}

function SalesOfClient({ today, filters: hostFilters, onFiltersChange, ...opening }: SalesTableProps) {
  const messages = useMessages();
  const { sales: words, common } = messages;
  const titleId = useId();
  const list = useSalesList(hostFilters, onFiltersChange);
  const { filters, changeFilters, clearFilters, pages, sales, totals } = list;
  const [saleId, openSale] = useOpenSale(opening.saleId, opening.onSaleChange);
  const { data: channels } = useChannels();
  const channelNames = new Map(
    channels?.items.map((channel) => [
      channel.id,
      channel.connection?.companyName ?? channelTitle(channel, messages.channels.types.manual),
    ]),
  );
  const retry = <Button onClick={list.retry}>{common.retry}</Button>;
  const page = sales.data;
  const [isChartOpen, setChartOpen] = useState(false);
  const chartId = useId();
  const download = useExportSales();
  // Only while it is on the page: a file that comes after the business has changed is nobody's.
  const exportCsv = () =>
    download.mutate(filters, { onSuccess: (csv) => saveCsv(`sales-${today}.csv`, csv) });

  return (
    <section className="sc-section sc-sales" aria-labelledby={titleId}>
      <div className="sc-section-header">
        <h2 id={titleId} className="sc-section-title">
          {words.title}
        </h2>
        <SalesTotalsView
          totals={totals.data}
          isStale={totals.isPlaceholderData}
          hasFailed={totals.isError && totals.data === undefined}
          onRetry={sales.isError ? undefined : list.retry}
        />
        <SalesActions
          isChartOpen={isChartOpen}
          chartId={chartId}
          isExporting={download.isPending}
          onToggleChart={() => setChartOpen(!isChartOpen)}
          onExport={exportCsv}
        />
      </div>
      <SalesFiltersView
        key={list.clearings}
        filters={filters}
        channels={channels?.items ?? []}
        today={today}
        onChange={changeFilters}
        onClear={clearFilters}
      />
      {download.isError && (
        <Notice
          tone="danger"
          role="alert"
          title={messages.salesOverview.exportFailedTitle}
          action={<Button onClick={exportCsv}>{common.retry}</Button>}
        >
          {describeProblem(messages, download.error)}
        </Notice>
      )}
      {isChartOpen && (
        <div id={chartId}>
          <LazySalesChart filters={filters} />
        </div>
      )}
      {sales.isError && page !== undefined && (
        <Notice tone="warning" title={words.failedTitle} action={retry}>
          {describeProblem(messages, sales.error)}
        </Notice>
      )}
      <div className="sc-card sc-sales-card" aria-busy={sales.isPending || sales.isPlaceholderData}>
        {page === undefined && sales.isError && (
          <div role="alert">
            <EmptyState icon="error" title={words.failedTitle} action={retry}>
              {describeProblem(messages, sales.error)}
            </EmptyState>
          </div>
        )}
        {page === undefined && sales.isPending && <SalesRowsSkeleton />}
        {page?.items.length === 0 && <NoSales isFiltered={isFiltered(filters)} onClear={clearFilters} />}
        {page !== undefined && page.items.length > 0 && (
          <SalesRowsView
            sales={page.items}
            channelNames={channelNames}
            isStale={sales.isPlaceholderData}
            onOpen={openSale}
          />
        )}
        {page !== undefined && (pages.number > 1 || page.nextCursor !== null) && (
          <SalesPagerView
            page={pages.number}
            isBusy={sales.isPlaceholderData}
            hasNext={page.nextCursor !== null}
            onPrevious={pages.goBack}
            onNext={() => page.nextCursor !== null && pages.goForward(page.nextCursor)}
          />
        )}
      </div>
      <LazySaleDetail saleId={saleId} onClose={() => openSale(null)} />
    </section>
  );
}

function NoSales({ isFiltered, onClear }: { isFiltered: boolean; onClear: () => void }) {
  const { sales: words } = useMessages();
  if (!isFiltered) {
    return (
      <EmptyState icon="document" title={words.emptyTitle}>
        {words.emptyText}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon="search"
      title={words.noMatchTitle}
      action={<Button onClick={onClear}>{words.clearFilters}</Button>}
    >
      {words.noMatchText}
    </EmptyState>
  );
}
