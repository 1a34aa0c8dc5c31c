import type { ReactNode } from 'react';
import { useId } from 'react';

interface SectionProps {
  title: string;
  lead?: ReactNode;
  /** Stands at the end of the head. */
  action?: ReactNode;
  children: ReactNode;
}

/** A titled card. */
export function Section({ title, lead, action, children }: SectionProps) {
  const id = useId();
  return (
    <section className="card" aria-labelledby={id}>
      <div className="card-header">
        <div>
          <h2 id={id}>{title}</h2>
          {lead && <p className="muted">{lead}</p>}
        </div>
        {action}
      </div>
      {children}
    </section>
  );
}
