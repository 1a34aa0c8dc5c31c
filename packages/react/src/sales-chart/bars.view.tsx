import { useSalesChannels } from '../provider/sales-channels-context.ts';
import type { StackedBars } from './stack-bars.ts';

export interface BarsViewProps extends StackedBars {
  currency: string;
  colors: ReadonlyMap<string, number>;
  nameOf: (start: string) => string;
}

const GAP = 0.16;

/** Drawn one unit a bar and stretched to the room there is. For the eye only: the figures stand in the table. */
export function BarsView({ bars, ticks, currency, colors, nameOf }: BarsViewProps) {
  const { format } = useSalesChannels('BarsView');
  const lowest = ticks[0] ?? 0;
  const highest = ticks.at(-1) ?? 1;
  const height = highest - lowest || 1;
  const percent = (value: number) => ((highest - value) / height) * 100;
  const named = [...new Set([0, Math.floor((bars.length - 1) / 2), bars.length - 1])];
  return (
    <div className="sc-chart-plot">
      <div className="sc-chart-ticks" aria-hidden="true">
        {ticks.map((tick) => (
          <span key={tick} style={{ insetBlockStart: `${percent(tick)}%` }}>
            {format.number(tick).replace('-', '−')}
          </span>
        ))}
        <span className="sc-chart-widest">{format.number(highest)}</span>
      </div>
      <svg
        className="sc-chart-bars"
        aria-hidden="true"
        viewBox={`0 0 ${Math.max(bars.length, 4)} 100`}
        preserveAspectRatio="none"
      >
        {ticks.map((tick) => (
          <line
            key={tick}
            x1="0"
            x2={Math.max(bars.length, 4)}
            y1={percent(tick)}
            y2={percent(tick)}
            data-zero={tick === 0 || undefined}
          />
        ))}
        {bars.map(({ start, period, parts }, index) => (
          <g key={start}>
            {period !== undefined && (
              <title>{`${nameOf(start)}: ${format.money(period.total, currency)}`}</title>
            )}
            {parts.map(({ key, low, high }) => (
              <rect
                key={key}
                x={index + GAP / 2}
                width={1 - GAP}
                y={percent(high)}
                height={percent(low) - percent(high)}
                data-color={colors.get(key) ?? 1}
              />
            ))}
          </g>
        ))}
      </svg>
      <div className="sc-chart-names" aria-hidden="true" data-few={bars.length < 4 || undefined}>
        {named.map((index) => (
          <span key={index}>{nameOf(bars[index]?.start ?? '')}</span>
        ))}
      </div>
    </div>
  );
}
