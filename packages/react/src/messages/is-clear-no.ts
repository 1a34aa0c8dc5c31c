import type { Problem } from '@sales-channels/contract';
import { ApiProblem } from '@sales-channels/contract/client';

/** Whether a problem is a "no"; anything else leaves open whether what was asked for was done. */
export const isNo = ({ status }: ApiProblem | Problem): boolean => status >= 400 && status < 500;

/** The same of whatever a request was rejected with. */
export const isClearNo = (error: unknown): error is ApiProblem => error instanceof ApiProblem && isNo(error);
