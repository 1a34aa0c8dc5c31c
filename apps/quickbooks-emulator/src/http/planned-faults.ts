import type { CallKind } from './call-kind.ts';

export const faultKinds = [
  '401',
  '401-100',
  '401-120',
  '403',
  '429',
  '429xml',
  '500',
  '500xml',
  '502html',
  '503html',
  '504html',
  '200fault',
  '4002',
  'invalid-grant',
  'invalid-client',
  'bad-json',
  'reset',
  'cut',
  'cut-reset',
  'lost',
  'stall',
  'slow',
] as const;
export type FaultKind = (typeof faultKinds)[number];

/** What to do with the next matching calls instead of, or on top of, answering them. */
export interface PlannedFault {
  readonly kind: FaultKind;
  readonly realm?: string | undefined;
  readonly match?: CallKind | undefined;
  /** Matching calls to let through first. */
  after: number;
  times: number;
  readonly retryAfterSeconds?: number | undefined;
  /** Length of `slow`, in real seconds. */
  readonly delaySeconds?: number | undefined;
}

export interface PlannedFaults {
  plan(fault: PlannedFault): void;
  /** The fault for this call, used up once. */
  take(realmId: string, kind: CallKind): PlannedFault | undefined;
  list(): readonly PlannedFault[];
  clear(): void;
}

export function createPlannedFaults(): PlannedFaults {
  let planned: PlannedFault[] = [];
  return {
    plan: (fault) => planned.push(fault),
    take: (realmId, kind) => {
      for (const fault of planned) {
        if (fault.realm !== undefined && fault.realm !== realmId) continue;
        if (fault.match !== undefined && fault.match !== kind) continue;
        if (fault.after > 0) {
          fault.after -= 1;
          continue;
        }
        fault.times -= 1;
        if (fault.times <= 0) planned = planned.filter((each) => each !== fault);
        return fault;
      }
      return undefined;
    },
    list: () => planned,
    clear: () => {
      planned = [];
    },
  };
}
