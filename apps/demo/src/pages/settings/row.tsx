interface RowProps {
  title: string;
  details: string;
  badge: string;
  tone: 'in_stock' | 'low' | 'out';
}

export function Row({ title, details, badge, tone }: RowProps) {
  return (
    <div className="row">
      <div>
        <p className="strong">{title}</p>
        <p className="muted">{details}</p>
      </div>
      <span className="badge" data-tone={tone}>
        {badge}
      </span>
    </div>
  );
}
