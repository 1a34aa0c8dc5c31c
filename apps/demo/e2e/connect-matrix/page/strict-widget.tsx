import type { SalesChannelsClient } from '@sales-channels/react';
import { useAuthorizationWindow } from '@sales-channels/react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

interface WidgetProps {
  client: SalesChannelsClient;
  provider: string;
}

function Widget({ client, provider }: WidgetProps) {
  const [state, authorization] = useAuthorizationWindow(client);
  return (
    <>
      <button className="open" onClick={() => authorization.open({ provider })}>
        Connect
      </button>
      <output>{JSON.stringify(state)}</output>
    </>
  );
}

/** The engine as a component has it, mounted twice by React. */
export function showStrictWidget(element: HTMLElement, props: WidgetProps): void {
  createRoot(element).render(
    <StrictMode>
      <Widget {...props} />
    </StrictMode>,
  );
}
