import type { RevisionCause, Run, SaleRevision } from '@sales-channels/contract';

/** How many of its last revisions a sale keeps: they live in its document, which has to stay small. */
export const MAX_REVISIONS = 100;

export interface SaleChange {
  field: string;
  label: string | null;
  from: string | null;
  to: string | null;
}

/** The sync that made a revision, or the person. */
export interface RevisionAuthor {
  run: { id: string; trigger: Run['trigger'] } | null;
  user: { id: string; name: string } | null;
}

/** A revision as it is kept with its sale. */
export interface RevisionRecord extends RevisionAuthor {
  number: number;
  at: Date;
  cause: Exclude<RevisionCause, 'unknown'>;
  changes: SaleChange[];
}

export const byUser = ({ id, name }: { id: string; name: string }): RevisionAuthor => ({
  run: null,
  user: { id, name },
});

/** A sale as it came: nothing differs from nothing. */
export const firstRevision = (
  cause: 'imported' | 'entered',
  at: Date,
  author: RevisionAuthor,
): RevisionRecord => ({ number: 1, at, cause, ...author, changes: [] });

export const toRevision = ({ at, ...revision }: RevisionRecord): SaleRevision => ({
  ...revision,
  at: at.toISOString(),
});
