import type { ReactNode } from 'react';

interface PageHeaderProps {
  title: string;
  lead: ReactNode;
  children?: ReactNode;
}

export function PageHeader({ title, lead, children }: PageHeaderProps) {
  return (
    <header className="page-header">
      <div>
        <h1>{title}</h1>
        <p className="muted">{lead}</p>
      </div>
      {children && <div className="actions">{children}</div>}
    </header>
  );
}
