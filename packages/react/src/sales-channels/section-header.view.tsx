import type { ReactNode } from 'react';
import { forwardRef } from 'react';
import { HelpLink } from '../primitives/help-link.tsx';
import type { HelpLink as Link } from '../provider/help-links.ts';

export interface SectionHeaderViewProps {
  id: string;
  title: string;
  /** Stands beside the title. */
  help?: Link | undefined;
  children?: ReactNode;
}

/** The ref is the title's, which can take the focus. */
export const SectionHeaderView = forwardRef<HTMLHeadingElement, SectionHeaderViewProps>(
  function SectionHeaderView({ id, title, help, children }, ref) {
    return (
      <div className="sc-section-header">
        <h2 id={id} ref={ref} className="sc-section-title" tabIndex={-1}>
          {title}
        </h2>
        <HelpLink link={help} />
        <div className="sc-section-actions">{children}</div>
      </div>
    );
  },
);
