import { afterAll, beforeAll, describe } from 'vitest';
import { describeAuthorization } from './authorization-contract.ts';
import { describeCalls } from './calls-contract.ts';
import { describeChanges } from './changes-contract.ts';
import { describeNotifications } from './notifications-contract.ts';
import { describeReading } from './reading-contract.ts';
import type { ProviderContract, ProviderWorld } from './world.ts';

/**
 * What every `AccountingProvider` has to do, as a Vitest suite. Run it against the real service's stand-in: it connects
 * companies of its own, reads them, changes them behind the provider's back and makes their calls fail.
 */
export function describeProviderContract(contract: ProviderContract): void {
  describe(`${contract.name} as an accounting provider`, () => {
    let opened: ProviderWorld | null = null;
    const world = (): ProviderWorld => {
      if (!opened) throw new Error('The world is not open.');
      return opened;
    };
    beforeAll(async () => {
      opened = await contract.open();
    }, 60_000);
    afterAll(() => opened?.close());

    describeAuthorization(world, contract.tokenFaults);
    describeReading(world);
    describeChanges(world);
    describeCalls(world, contract.dataFaults);
    if (contract.hasNotifications) describeNotifications(world);
  });
}
