import type { Run } from '@sales-channels/contract';
import { useMessages } from '../messages/use-messages.ts';
import { useSalesChannels } from '../provider/sales-channels-context.ts';
import { describeResult } from './describe-result.ts';

export interface SyncResultProps {
  /** A run that has ended. */
  run: Run;
  /** Shows at once which documents it could not import. */
  opensErrors?: boolean;
}

/** What a run did, and the documents it could not import. */
export function SyncResult({ run, opensErrors = false }: SyncResultProps) {
  const messages = useMessages();
  const { format } = useSalesChannels('SyncResult');
  const { sync } = messages;
  return (
    <div className="sc-sync-result">
      <p>{describeResult(run.counts, messages, format)}</p>
      {run.errors.length > 0 && (
        <details className="sc-sync-errors" open={opensErrors}>
          <summary>{sync.errorsTitle}</summary>
          <ul>
            {run.errors.map((error, index) => (
              <li key={`${error.type} ${error.externalId ?? index}`}>
                {sync.errorItem(error.number ?? sync.noNumber, error.reason)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
