import { createDocuments } from '../fixtures/create-documents.ts';
import { addDays } from '../world/calendar.ts';
import { recordRun } from '../world/record-run.ts';
import { reviseSale } from '../world/sales-store.ts';
import type { World } from '../world/world.ts';
import { connect, connected, DAY_MS, openChannel, tracking } from './build.ts';
import type { Scenarios } from './scenario.ts';

/** One of the manual sales was corrected, another voided. */
function correctManualSales(world: World): void {
  const [first, second] = world.sales;
  const by = { isByUser: true } as const;
  const at = (days: number) => new Date(world.now().getTime() - days * DAY_MS).toISOString();
  if (first) {
    const voided = { state: 'voided', voidReason: 'voided_here', voidNote: 'Entered twice.' } as const;
    reviseSale(world, first, at(6), voided, { cause: 'voided_here', ...by });
  }
  if (second) {
    reviseSale(world, second, at(5), { customerName: 'Ashworth Interiors' }, { cause: 'edited_here', ...by });
  }
}

export const selling = {
  manualOnly: {
    about: 'Only manual sales, one of them corrected and one voided; the connection serves other things.',
    enter: (world) => {
      tracking(world);
      connect(world, 0);
      correctManualSales(world);
    },
  },
  withProducts: {
    about: 'A channel up to date; lines of manual sales can name the host’s products.',
    enter: (world) => {
      connected(world);
      world.context.manualSales.hasProducts = true;
    },
  },
  thousandsOfSales: {
    about: 'Five thousand sales over two years.',
    enter: (world) => {
      const [company] = world.companies;
      if (company) {
        company.documents = createDocuments({
          seed: 43,
          realmId: company.realmId,
          count: 5000,
          lastDate: addDays(world.today(), -1),
          days: 730,
        });
      }
      tracking(world);
      const channel = openChannel(world, connect(world, 0), { daysBack: 730, daysAgo: 1 });
      recordRun(world, channel, { endedMsAgo: 600_000, trigger: 'connected' });
    },
  },
} as const satisfies Scenarios;
