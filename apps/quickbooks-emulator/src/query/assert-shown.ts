import type { Company } from '../company/company.ts';
import { QueryFault } from './query-fault.ts';

/**
 * Called for each document of an answer.
 * @throws QueryFault, or an Error that becomes a system fault, where the document makes the service fail
 */
export function assertShown(company: Company, slot: number): void {
  const fault = company.poisoned.get(slot);
  if (fault === '4002')
    throw new QueryFault('4002', 'QueryProcessingError: To email address entered is invalid');
  if (fault === '10000') throw new Error('System Failure Error: Unexpected Internal Error');
}
