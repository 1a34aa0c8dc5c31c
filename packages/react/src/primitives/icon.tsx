import Ban from 'lucide-react/icons/ban';
import BookOpen from 'lucide-react/icons/book-open';
import ChartColumn from 'lucide-react/icons/chart-column';
import Check from 'lucide-react/icons/check';
import ChevronDown from 'lucide-react/icons/chevron-down';
import ChevronLeft from 'lucide-react/icons/chevron-left';
import ChevronRight from 'lucide-react/icons/chevron-right';
import CircleAlert from 'lucide-react/icons/circle-alert';
import CircleCheck from 'lucide-react/icons/circle-check';
import CircleDashed from 'lucide-react/icons/circle-dashed';
import CirclePause from 'lucide-react/icons/circle-pause';
import Download from 'lucide-react/icons/download';
import Ellipsis from 'lucide-react/icons/ellipsis';
import ExternalLink from 'lucide-react/icons/external-link';
import History from 'lucide-react/icons/history';
import Inbox from 'lucide-react/icons/inbox';
import Info from 'lucide-react/icons/info';
import Landmark from 'lucide-react/icons/landmark';
import LoaderCircle from 'lucide-react/icons/loader-circle';
import Lock from 'lucide-react/icons/lock';
import PencilLine from 'lucide-react/icons/pencil-line';
import Plus from 'lucide-react/icons/plus';
import ReceiptText from 'lucide-react/icons/receipt-text';
import RefreshCw from 'lucide-react/icons/refresh-cw';
import Search from 'lucide-react/icons/search';
import ShoppingCart from 'lucide-react/icons/shopping-cart';
import Store from 'lucide-react/icons/store';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import Unplug from 'lucide-react/icons/unplug';
import X from 'lucide-react/icons/x';
import { useAppearance } from '../provider/appearance.ts';
import type { IconComponent, IconName } from '../provider/icons.ts';

const icons: Record<IconName, IconComponent> = {
  accounting: Landmark,
  pos: Store,
  ecommerce: ShoppingCart,
  manual: PencilLine,
  // Neutral: the product's own mark is its owner's, for the host to supply.
  quickbooks: BookOpen,
  add: Plus,
  more: Ellipsis,
  sync: RefreshCw,
  success: CircleCheck,
  warning: TriangleAlert,
  error: CircleAlert,
  info: Info,
  inactive: CirclePause,
  pending: CircleDashed,
  disconnected: Unplug,
  locked: Lock,
  void: Ban,
  external: ExternalLink,
  search: Search,
  close: X,
  previousPage: ChevronLeft,
  nextPage: ChevronRight,
  expand: ChevronDown,
  check: Check,
  spinner: LoaderCircle,
  empty: Inbox,
  document: ReceiptText,
  history: History,
  chart: ChartColumn,
  download: Download,
};

export interface IconProps {
  name: IconName;
  /** In pixels. Default 16. */
  size?: number;
  className?: string;
}

/** Decoration only: the words beside it carry the meaning. */
export function Icon({ name, size = 16, className }: IconProps) {
  const Drawing = useAppearance().icons[name] ?? icons[name];
  return (
    <Drawing
      aria-hidden="true"
      focusable="false"
      width={size}
      height={size}
      strokeWidth={1.5}
      className={className ? `sc-icon ${className}` : 'sc-icon'}
      data-icon={name}
    />
  );
}
