import type { ComponentType, SVGProps } from 'react';

/** Every icon the kit draws, by what it stands for. */
export type IconName =
  | 'accounting'
  | 'pos'
  | 'ecommerce'
  | 'manual'
  | 'quickbooks'
  | 'add'
  | 'more'
  | 'sync'
  | 'success'
  | 'warning'
  | 'error'
  | 'info'
  | 'inactive'
  | 'pending'
  | 'disconnected'
  | 'locked'
  | 'void'
  | 'external'
  | 'search'
  | 'close'
  | 'previousPage'
  | 'nextPage'
  | 'expand'
  | 'check'
  | 'spinner'
  | 'empty'
  | 'document'
  | 'history'
  | 'chart'
  | 'download';

export type IconComponent = ComponentType<SVGProps<SVGSVGElement>>;
/** Icons of the host's own, e.g. `{ quickbooks: BrandMark }` where the brand's rules let it show the logo. */
export type IconOverrides = Partial<Record<IconName, IconComponent>>;
