import type { ReactNode } from 'react';
import { forwardRef } from 'react';

export interface SectionHeaderViewProps {
  id: string;
  title: string;
  children?: ReactNode;
}

/** The ref is the title's, which can take the focus. */
export const SectionHeaderView = forwardRef<HTMLHeadingElement, SectionHeaderViewProps>(
  function SectionHeaderView({ id, title, children }, ref) {
    return (
      <div className="sc-section-header">
        <h2 id={id} ref={ref} className="sc-section-title" tabIndex={-1}>
          {title}
        </h2>
        <div className="sc-section-actions">{children}</div>
      </div>
    );
  },
);
