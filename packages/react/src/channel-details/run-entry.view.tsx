import type { Run } from '@sales-channels/contract';
import { describeProblem } from '../messages/describe-problem.ts';
import { useMessages } from '../messages/use-messages.ts';
import { Badge } from '../primitives/badge.tsx';
import { useSalesChannels } from '../provider/sales-channels-context.ts';
import { SyncProgress } from '../sync-progress/sync-progress.tsx';
import { SyncResult } from '../sync-progress/sync-result.tsx';
import { describeCause } from './describe-cause.ts';
import { runLooks } from './run-look.ts';

export interface RunEntryViewProps {
  run: Run;
  channelName: string;
  /** Shows at once what it could not import. */
  opensErrors?: boolean;
}

/** One sync: when and how long, why and by whom, what it did and what it cost. */
export function RunEntryView({ run, channelName, opensErrors = false }: RunEntryViewProps) {
  const messages = useMessages();
  const { channelDetails: words } = messages;
  const { format } = useSalesChannels('RunEntryView');
  const begunAt = run.startedAt ?? run.requestedAt;
  const look = runLooks[run.state];
  const facts = [
    describeCause(run, messages),
    run.endedAt !== null && words.took(format.duration(secondsBetween(begunAt, run.endedAt))),
    words.calls(run.providerCalls, format.number(run.providerCalls)),
  ].filter((fact) => fact !== false);

  return (
    <li className="sc-run" data-state={run.state}>
      <p className="sc-run-head">
        <time dateTime={begunAt}>{format.instant(begunAt)}</time>
        <Badge tone={look.tone} icon={look.icon}>
          {words.runStates[run.state]}
        </Badge>
      </p>
      <p className="sc-run-facts">{facts.join(' · ')}</p>
      {run.problem !== null && <p className="sc-run-problem">{describeProblem(messages, run.problem)}</p>}
      {run.endedAt === null ? (
        <SyncProgress run={run} channelName={channelName} />
      ) : (
        <SyncResult run={run} opensErrors={opensErrors} />
      )}
    </li>
  );
}

const secondsBetween = (from: string, to: string): number =>
  Math.max(0, (Date.parse(to) - Date.parse(from)) / 1000);
