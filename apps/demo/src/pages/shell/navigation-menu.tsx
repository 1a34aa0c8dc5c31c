import { Boxes, Cable, Receipt } from 'lucide-react';
import { Link } from '../navigation.tsx';

const pages = [
  { href: '/sales', label: 'Sales', Icon: Receipt },
  { href: '/inventory', label: 'Inventory', Icon: Boxes },
  { href: '/settings/connections', label: 'Connections', Icon: Cable, group: 'Settings' },
];

export function Navigation({ path }: { path: string }) {
  return (
    <nav aria-label="Northwind">
      {pages.map(({ href, label, Icon, group }, index) => (
        <div key={href} className="nav-item">
          {group && <p className="nav-group">{group}</p>}
          <Link
            href={href}
            aria-current={path === href || (path === '/' && index === 0) ? 'page' : undefined}
          >
            <Icon size={16} strokeWidth={1.75} aria-hidden="true" />
            {label}
          </Link>
        </div>
      ))}
    </nav>
  );
}
