import { createDocuments } from '../fixtures/create-documents.ts';
import { addDays } from './calendar.ts';
import type { Company } from './world.ts';

const BOOKS = [
  { realmId: '9341452000000001', name: 'Brightwater Lighting Co.', seed: 7, count: 1240, days: 540 },
  { realmId: '9341452000000002', name: 'Brightwater Rentals LLC', seed: 19, count: 96, days: 300 },
  { realmId: '9341452000000003', name: 'Brightwater Canada', seed: 31, count: 40, days: 120 },
] as const;

/** The companies the business' owner can pick at the provider. Their last documents are of yesterday. */
export const createCompanies = (today: string): Company[] =>
  BOOKS.map(({ realmId, name, seed, count, days }) => ({
    realmId,
    name,
    homeCurrency: 'USD',
    documents: createDocuments({ seed, realmId, count, lastDate: addDays(today, -1), days }),
  }));
