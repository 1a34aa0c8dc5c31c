import type { SalesSeries } from '@sales-channels/contract';
import { useMessages } from '../messages/use-messages.ts';
import { useSalesChannels } from '../provider/sales-channels-context.ts';

export interface SeriesTableViewProps {
  caption: string;
  series: SalesSeries;
  shown: SalesSeries['currencies'][number];
  /** The groups that have columns, with their names. */
  groups: readonly (readonly [key: string, name: string])[];
  nameOf: (start: string) => string;
}

/** The figures of the chart in full, newest first. */
export function SeriesTableView({ caption, series, shown, groups, nameOf }: SeriesTableViewProps) {
  const { salesOverview: words } = useMessages();
  const { format } = useSalesChannels('SeriesTableView');
  const amount = (total: string | undefined) =>
    total === undefined ? '' : format.amount(total, shown.currency);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be scrolled by the keyboard too
    <section className="sc-series-scroll" aria-label={caption} tabIndex={0}>
      <table className="sc-series-table">
        <caption className="sc-visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.periodColumns[series.period]}</th>
            {groups.map(([key, name]) => (
              <th key={key} scope="col">
                {name}
              </th>
            ))}
            <th scope="col">{words.totalColumn}</th>
            <th scope="col">{words.countColumn}</th>
          </tr>
        </thead>
        <tbody>
          {shown.periods.toReversed().map((period) => (
            <tr key={period.start}>
              <th scope="row">{nameOf(period.start)}</th>
              {groups.map(([key]) => (
                <td key={key}>{amount(period.groups.find((group) => group.key === key)?.total)}</td>
              ))}
              <td>{amount(period.total)}</td>
              <td>{format.number(period.count)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={groups.length + 1}>
              {words.totalColumn}
            </th>
            <td>{amount(shown.total)}</td>
            <td>{format.number(shown.count)}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}
