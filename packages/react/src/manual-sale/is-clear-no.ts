import { ApiProblem } from '@sales-channels/contract/client';

/** Whether a request was answered with a "no": without one it may have been carried out. */
export const isClearNo = (error: unknown): error is ApiProblem =>
  error instanceof ApiProblem && error.status >= 400 && error.status < 500;
