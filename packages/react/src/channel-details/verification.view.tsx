import type { Verification } from '@sales-channels/contract';
import { useMessages } from '../messages/use-messages.ts';
import { RelativeTime } from '../primitives/relative-time.tsx';
import { useSalesChannels } from '../provider/sales-channels-context.ts';
import { describeDifference } from '../sync-progress/verification-counts.ts';

export interface VerificationViewProps {
  verification: Verification;
  providerName: string;
}

const KINDS = ['invoice', 'sales_receipt', 'credit_memo'] as const;

/** Of each kind of document how many the provider counts, and how many of those are here. */
export function VerificationView({ verification, providerName }: VerificationViewProps) {
  const messages = useMessages();
  const { channelDetails: words } = messages;
  const { format } = useSalesChannels('VerificationView');
  return (
    <>
      <RelativeTime instant={verification.checkedAt} />
      <dl className="sc-verified">
        {KINDS.map((kind) => {
          const { expected, stored, errors } = verification.documents[kind];
          const counts = { expected, found: stored + errors };
          const difference = describeDifference(counts, providerName, messages, format);
          return (
            <div key={kind} className="sc-verified-kind" data-differs={difference === null ? undefined : ''}>
              <dt>{words.documentKinds[kind]}</dt>
              <dd>{words.ofCounted(format.number(counts.found), format.number(expected))}</dd>
              {errors > 0 && (
                <dd className="sc-verified-note">{words.notImported(errors, format.number(errors))}</dd>
              )}
              {difference !== null && <dd className="sc-verified-note">{difference}</dd>}
            </div>
          );
        })}
      </dl>
    </>
  );
}
