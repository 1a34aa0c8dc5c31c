import type { SalesSeries } from '@sales-channels/contract';
import { useId, useState } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { Button } from '../primitives/button.tsx';
import { useSalesChannels } from '../provider/sales-channels-context.ts';
import { BarsView } from './bars.view.tsx';
import { COLORS, colorsOf } from './group-colors.ts';
import { SeriesTableView } from './series-table.view.tsx';
import { stackBars } from './stack-bars.ts';

export interface SeriesFigureViewProps {
  series: SalesSeries;
  shown: SalesSeries['currencies'][number];
  /** Groups by their key, in the order they are to stand in. */
  groupNames: ReadonlyMap<string, string>;
  isStale: boolean;
}

/** Bars with their legend, and the figures behind a button. */
export function SeriesFigureView({ series, shown, groupNames, isStale }: SeriesFigureViewProps) {
  const { salesOverview: words } = useMessages();
  const { format } = useSalesChannels('SeriesFigureView');
  const [isTableOpen, setTableOpen] = useState(false);
  const tableId = useId();
  const colors = colorsOf(shown, [...groupNames.keys()]);
  const groups = [...colors.keys()].map((key) => [key, groupNames.get(key) ?? words.otherGroups] as const);
  const nameOf = (start: string) => (series.period === 'month' ? format.month(start) : format.date(start));
  const caption = words.caption(shown.currency, format.date(series.from ?? ''), format.date(series.to ?? ''));
  const hasRest = groups.length > COLORS;
  return (
    <figure className="sc-chart-figure" data-stale={isStale || undefined}>
      <figcaption className="sc-chart-caption">
        {caption}
        {series.hasEarlier && ` · ${words.earlierLeftOut}`}
      </figcaption>
      <BarsView {...stackBars(series, shown)} currency={shown.currency} colors={colors} nameOf={nameOf} />
      {groups.length > 0 && (
        <ul className="sc-chart-legend">
          {groups.slice(0, COLORS).map(([key, name], index) => (
            <li key={key}>
              <span className="sc-chart-swatch" data-color={index + 1} />
              {hasRest && index + 1 === COLORS ? words.otherGroups : name}
            </li>
          ))}
        </ul>
      )}
      <Button
        size="small"
        variant="quiet"
        aria-expanded={isTableOpen}
        aria-controls={isTableOpen ? tableId : undefined}
        onClick={() => setTableOpen(!isTableOpen)}
      >
        {isTableOpen ? words.hideTable : words.showTable}
      </Button>
      {isTableOpen && (
        <div id={tableId}>
          <SeriesTableView caption={caption} series={series} shown={shown} groups={groups} nameOf={nameOf} />
        </div>
      )}
    </figure>
  );
}
