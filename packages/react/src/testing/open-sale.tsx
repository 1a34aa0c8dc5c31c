import type { World } from '@sales-channels/msw';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { SalesTable } from '../sales/sales-table.tsx';
import type { RenderOptions } from './render-in-world.tsx';
import { renderInWorld } from './render-in-world.tsx';
import { SALES_DAY } from './sales-screen.ts';

type Stored = World['sales'][number]['sale'];

/** The first sale of a world that is what is asked for, as it is now. */
export const firstOf = (world: World, is: (sale: Stored) => boolean): Stored =>
  world.sales.map(({ sale }) => sale).find(is) as Stored;
/** The one that was entered by hand. */
export const isManual = (sale: Stored) => sale.source === 'manual' && sale.number === 'STUDIO-7';

/** The list of sales with the detail of one open, which `is` finds in the world. */
export function openSale(
  is: (sale: Stored) => boolean,
  prepare: (sale: Stored, world: World) => void = () => {},
  options: Pick<RenderOptions, 'loses'> = {},
) {
  let saleId = '';
  function Host() {
    const [shown, setShown] = useState<string | null>(saleId);
    return <SalesTable today={SALES_DAY} saleId={shown} onSaleChange={setShown} />;
  }
  const page = renderInWorld('connected', <Host />, {
    ...options,
    prepare: (world) => {
      const sale = firstOf(world, is);
      saleId = sale.id;
      prepare(sale, world);
    },
  });
  return { ...page, sale: () => firstOf(page.world, ({ id }) => id === saleId), user: userEvent.setup() };
}

/** What stands beside a label of the detail. */
export const fact = (label: string) =>
  screen.getByText(label, { selector: 'dt' }).nextElementSibling?.textContent;
