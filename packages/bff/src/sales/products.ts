import type { Product } from '@sales-channels/contract';
import { productSchema } from '@sales-channels/contract';
import * as z from 'zod/mini';
import { DomainError } from '../domain-error.ts';
import type { Logger } from '../logger.ts';
import type { HostProducts } from '../options.ts';

const MAX_FOUND = 20;
const productsSchema = z.array(productSchema);

export type Products = ReturnType<typeof createProducts>;

/** The host's products, where it has some to be sold by hand. Whatever goes wrong at the host is `products_unavailable`. */
export function createProducts(host: HostProducts | undefined, logger: Logger) {
  async function ask(businessId: string, question: () => Promise<Product[]>): Promise<Product[]> {
    try {
      return z.parse(productsSchema, await question());
    } catch (cause) {
      logger.warn({ error: cause, businessId }, "The host's products could not be asked for");
      throw new DomainError('products_unavailable', {}, { cause });
    }
  }

  return {
    /** What a search finds, best first: the first twenty. */
    search: async (businessId: string, text: string): Promise<Product[]> =>
      host ? ask(businessId, async () => (await host.search(businessId, text)).slice(0, MAX_FOUND)) : [],

    /** Those of some products that there are, by their ids. */
    async find(businessId: string, productIds: readonly string[]): Promise<ReadonlyMap<string, Product>> {
      const wanted = [...new Set(productIds)];
      const found =
        host && wanted.length > 0 ? await ask(businessId, () => host.find(businessId, wanted)) : [];
      return new Map(found.map((product) => [product.id, product]));
    },
  };
}
