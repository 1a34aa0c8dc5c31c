import type { SaleFilters, SeriesGrouping, SeriesPeriod } from '@sales-channels/contract';
import { SALE_TYPES, SERIES_GROUPINGS, SERIES_PERIODS } from '@sales-channels/contract';
import { useId, useState } from 'react';
import { describeProblem } from '../messages/describe-problem.ts';
import { useMessages } from '../messages/use-messages.ts';
import { Button } from '../primitives/button.tsx';
import { EmptyState } from '../primitives/empty-state.tsx';
import { Select } from '../primitives/select.tsx';
import { useChannels } from '../queries/channels.ts';
import { useSalesSeries } from '../queries/sales-overview.ts';
import { channelTitle } from '../sales-channels/channel-title.ts';
import { SeriesFigureView } from './series-figure.view.tsx';

export interface SalesChartProps {
  /** Which sales it adds up; all when left out. */
  filters?: SaleFilters;
}

/** Sales over time: by month or week, by type or channel, one currency at a time. */
export function SalesChart({ filters = {} }: SalesChartProps) {
  const messages = useMessages();
  const { salesOverview: words, sales, common } = messages;
  const titleId = useId();
  const [period, setPeriod] = useState<SeriesPeriod>('month');
  const [by, setBy] = useState<SeriesGrouping>('type');
  const [currency, setCurrency] = useState<string | null>(null);
  const {
    data: series,
    error,
    isError,
    isPlaceholderData,
    refetch,
  } = useSalesSeries({ ...filters, period, by });
  const channels = useChannels().data?.items ?? [];
  const currencies = series?.currencies ?? [];
  const shown = currencies.find((one) => one.currency === currency) ?? currencies[0];
  const groupNames = new Map<string, string>(
    series?.by === 'channel'
      ? channels.map((channel) => [channel.id, channelTitle(channel)])
      : SALE_TYPES.map((type) => [type, sales.types[type]]),
  );
  const isPending = series === undefined && !isError;

  return (
    <section
      className="sc-card sc-chart"
      aria-labelledby={titleId}
      aria-busy={isPending || (isPlaceholderData && !isError)}
    >
      <div className="sc-chart-header">
        <h3 id={titleId} className="sc-chart-title">
          {words.chartTitle}
        </h3>
        <Select
          aria-label={words.period}
          value={period}
          options={SERIES_PERIODS.map((value) => ({ value, label: words.periods[value] }))}
          onChange={({ target }) => setPeriod(SERIES_PERIODS.find((one) => one === target.value) ?? period)}
        />
        <Select
          aria-label={words.grouping}
          value={by}
          options={SERIES_GROUPINGS.map((value) => ({ value, label: words.groupings[value] }))}
          onChange={({ target }) => setBy(SERIES_GROUPINGS.find((one) => one === target.value) ?? by)}
        />
        {currencies.length > 1 && (
          <Select
            aria-label={words.currency}
            value={shown?.currency}
            options={currencies.map((one) => ({ value: one.currency, label: one.currency }))}
            onChange={({ target }) => setCurrency(target.value)}
          />
        )}
      </div>
      {isPending && (
        <>
          <output className="sc-visually-hidden">{common.loading}</output>
          <div className="sc-chart-skeleton" aria-hidden="true" />
        </>
      )}
      {isError && (
        <div role="alert">
          <EmptyState
            icon="error"
            title={words.chartFailedTitle}
            action={<Button onClick={() => void refetch()}>{common.retry}</Button>}
          >
            {describeProblem(messages, error)}
          </EmptyState>
        </div>
      )}
      {!isError && series !== undefined && shown === undefined && (
        <EmptyState icon="document" title={words.chartEmptyTitle}>
          {words.chartEmptyText}
        </EmptyState>
      )}
      {!isError && series !== undefined && shown !== undefined && (
        <SeriesFigureView series={series} shown={shown} groupNames={groupNames} isStale={isPlaceholderData} />
      )}
    </section>
  );
}
