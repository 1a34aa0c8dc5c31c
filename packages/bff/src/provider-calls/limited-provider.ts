import type { AccountingProvider, ProviderAccess } from '../provider/provider.ts';
import type { Meter } from './meter.ts';
import type { Turns } from './turns.ts';

/** The calls that read a company's data, told from the others by what they are given first. */
type DataCall = {
  [Name in keyof AccountingProvider]-?: NonNullable<AccountingProvider[Name]> extends (
    access: infer Access,
    ...rest: never[]
  ) => unknown
    ? Access extends ProviderAccess
      ? Name
      : never
    : never;
}[keyof AccountingProvider];

/** Every one of them is here, or this does not compile. */
const DATA_CALLS: Readonly<Record<DataCall, true>> = {
  company: true,
  count: true,
  pageSince: true,
  changesSince: true,
  updatedSince: true,
  documentsById: true,
};
const isDataCall = (name: string | symbol): boolean => Object.hasOwn(DATA_CALLS, name);

type Call = (access: ProviderAccess, ...rest: unknown[]) => Promise<unknown>;

/**
 * The same provider, each of whose data calls is counted and waits for its turn: the one place they all pass, whoever makes
 * them.
 */
export function limitedProvider(
  provider: AccountingProvider,
  { turns, meter }: { turns: Turns; meter: Meter },
): AccountingProvider {
  const { id, environment, pace } = provider;
  const limited =
    (call: Call): Call =>
    (access, ...rest) =>
      // The turn last: whatever came between it and the call would let calls catch up with each other on their way.
      meter.counted(provider, access, (onCall) =>
        turns.inTurn({ provider: id, environment, realmId: access.realmId }, pace, access.signal, () =>
          call({ ...access, onCall }, ...rest),
        ),
      );

  return new Proxy(provider, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      const method: unknown = member.bind(target);
      return isDataCall(name) ? limited(method as Call) : method;
    },
  });
}
