import type { ReactNode } from 'react';

export interface SectionHeaderViewProps {
  id: string;
  title: string;
  children?: ReactNode;
}

export function SectionHeaderView({ id, title, children }: SectionHeaderViewProps) {
  return (
    <div className="sc-section-header">
      <h2 id={id} className="sc-section-title" tabIndex={-1}>
        {title}
      </h2>
      <div className="sc-section-actions">{children}</div>
    </div>
  );
}
