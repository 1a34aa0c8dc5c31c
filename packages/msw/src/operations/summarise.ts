import type { Sale, SaleSummary } from '@sales-channels/contract';
import { saleSummarySchema } from '@sales-channels/contract';
import * as z from 'zod/mini';

/** A summary is a sale without what only its own page shows. */
export const summarise = (sale: Sale): SaleSummary => z.parse(saleSummarySchema, sale);
