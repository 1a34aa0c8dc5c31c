import type { ReactNode } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { Button } from '../primitives/button.tsx';
import { EmptyState } from '../primitives/empty-state.tsx';
import { ErrorBoundary } from '../primitives/error-boundary.tsx';
import { useSalesChannels } from '../provider/sales-channels-context.ts';

/** A widget that breaks says so in its own place, and leaves the host's page alone. */
export function WidgetBoundary({ children }: { children: ReactNode }) {
  const { emit } = useSalesChannels('WidgetBoundary');
  return (
    <ErrorBoundary onError={(error) => emit('onError', error)} Fallback={BrokenWidget}>
      {children}
    </ErrorBoundary>
  );
}

export function BrokenWidget({ onRetry }: { onRetry: () => void }) {
  const { common } = useMessages();
  return (
    <div className="sc-card" role="alert">
      <EmptyState
        icon="error"
        title={common.brokenTitle}
        action={<Button onClick={onRetry}>{common.retry}</Button>}
      >
        {common.brokenText}
      </EmptyState>
    </div>
  );
}
