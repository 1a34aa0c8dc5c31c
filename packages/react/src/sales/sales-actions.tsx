import { useMessages } from '../messages/use-messages.ts';
import { Button } from '../primitives/button.tsx';

export interface SalesActionsProps {
  isChartOpen: boolean;
  chartId: string;
  isExporting: boolean;
  onToggleChart: () => void;
  onExport: () => void;
}

/** What can be done with the list as a whole. */
export function SalesActions(props: SalesActionsProps) {
  const { salesOverview: words } = useMessages();
  return (
    <div className="sc-sales-actions">
      <Button
        size="small"
        variant="quiet"
        icon="chart"
        aria-expanded={props.isChartOpen}
        aria-controls={props.isChartOpen ? props.chartId : undefined}
        onClick={props.onToggleChart}
      >
        {words.openChart}
      </Button>
      <Button
        size="small"
        variant="quiet"
        icon="download"
        isPending={props.isExporting}
        onClick={props.onExport}
      >
        {props.isExporting ? words.exporting : words.exportCsv}
      </Button>
    </div>
  );
}
