import { lazy, Suspense, useState } from 'react';
import { WidgetBoundary } from '../sales-channels/widget-boundary.tsx';
import type { SalesChartProps } from './sales-chart.tsx';

/** The chart, loaded when it is first shown. */
export function LazySalesChart(props: SalesChartProps) {
  return (
    <WidgetBoundary>
      <Attempt {...props} />
    </WidgetBoundary>
  );
}

/** React keeps that a load failed; the boundary mounts a new attempt. */
function Attempt(props: SalesChartProps) {
  const [Loaded] = useState(() =>
    lazy(async () => ({ default: (await import('./sales-chart.tsx')).SalesChart })),
  );
  return (
    <Suspense fallback={<div className="sc-card sc-chart sc-chart-skeleton" aria-busy="true" />}>
      <Loaded {...props} />
    </Suspense>
  );
}
