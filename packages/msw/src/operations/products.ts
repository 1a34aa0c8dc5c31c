import type { Operations } from './operation.ts';

const MAXIMUM = 20;

export const productOperations: Operations<'searchProducts'> = {
  searchProducts: (world, { query }) => {
    const search = (query.search ?? '').toLocaleLowerCase();
    const isFound = (text: string | null) => text?.toLocaleLowerCase().includes(search) ?? false;
    const known = world.context.manualSales.hasProducts ? world.products : [];
    return { items: known.filter(({ name, code }) => isFound(name) || isFound(code)).slice(0, MAXIMUM) };
  },
};
