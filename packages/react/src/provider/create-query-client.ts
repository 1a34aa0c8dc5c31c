import { QueryClient } from '@tanstack/react-query';

/** The kit's own cache. What matters for behaviour stands in the queries, so that a host's cache serves as well. */
export const createQueryClient = (): QueryClient => new QueryClient();
