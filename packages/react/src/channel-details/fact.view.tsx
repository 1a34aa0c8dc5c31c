import type { ReactNode } from 'react';

/** One of a list of facts: what it is, and how it is. */
export function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="sc-fact">
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
