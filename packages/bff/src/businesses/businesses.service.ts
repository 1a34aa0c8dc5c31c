import type { Context, SalesTracking } from '@sales-channels/contract';
import type { Audit } from '../audit/create-audit.ts';
import { calendarDateIn, daysBefore } from '../calendar.ts';
import type { ChannelModel } from '../channels/channel.model.ts';
import type { StopWaitingRun } from '../channels/stop-waiting-run.ts';
import type { Database } from '../database.ts';
import { inTransaction } from '../database.ts';
import { DomainError } from '../domain-error.ts';
import type { Logger } from '../logger.ts';
import type { SalesChannelsBffOptions } from '../options.ts';
import type { AccountingProvider } from '../provider/provider.ts';
import type { VerifiedSession } from '../session/session.ts';
import type { BusinessDocument, BusinessModel } from './business.model.ts';

export interface BusinessesDependencies {
  database: Database;
  businesses: BusinessModel;
  channels: ChannelModel;
  providers: readonly AccountingProvider[];
  audit: Audit;
  stopWaitingRun: StopWaitingRun;
  prerequisite: NonNullable<SalesChannelsBffOptions['salesTrackingPrerequisite']>;
  maxLookBackDays: number | undefined;
  hasProducts: boolean;
  clock: () => Date;
  logger: Logger;
}

export type BusinessesService = ReturnType<typeof createBusinessesService>;

export function createBusinessesService({
  database,
  businesses,
  channels,
  providers,
  audit,
  stopWaitingRun,
  prerequisite,
  maxLookBackDays,
  hasProducts,
  clock,
  logger,
}: BusinessesDependencies) {
  return {
    /** Refuses everything but looking around to a plan without sales tracking; what such a business already has stays readable. */
    async requirePlan(session: VerifiedSession, isReading: boolean): Promise<void> {
      const known = await keepUp(session);
      const { allowed, requiredPlan } = session.entitlements.salesTracking;
      if (allowed || (isReading && known)) return;
      throw new DomainError('plan_required', requiredPlan ? { requiredPlan } : {});
    },

    async context(session: VerifiedSession): Promise<Context> {
      const { business, user, permissions, entitlements, timeZone, homeCurrency } = session;
      const { stockTrackedSince = null } = session;
      const today = calendarDateIn(timeZone, clock());
      await keepUp(session);
      return {
        business,
        user,
        permissions,
        entitlements,
        timeZone,
        homeCurrency,
        today,
        salesTracking: await salesTracking(business.id),
        earliestInitialSyncDate: maxLookBackDays === undefined ? null : daysBefore(today, maxLookBackDays),
        stockTrackedSince,
        manualSales: { hasProducts },
        providers: providers.map(({ id, name }) => ({ id, name })),
      };
    },

    /** Turning it on makes sure of the Manual channel; turning it off keeps everything and stops every sync. */
    async setSalesTracking(session: VerifiedSession, enabled: boolean): Promise<SalesTracking> {
      const businessId = session.business.id;
      const reason = enabled ? await prerequisite(businessId) : null;
      if (reason !== null) throw new DomainError('prerequisite_missing', { detail: reason });
      if (enabled) await channels.ensureManual(businessId, 'Manual', clock());
      await businesses.remember(session);
      await inTransaction(database, async (transaction) => {
        if (!(await businesses.setSalesTracking(businessId, enabled, transaction))) return;
        const action = enabled ? 'sales_tracking_enabled' : 'sales_tracking_disabled';
        await audit.record(session, { action }, transaction);
        if (enabled) return;
        for (const channel of await channels.list(businessId, transaction))
          await stopWaitingRun(channel, 'sales_tracking_disabled', transaction);
      });
      return salesTracking(businessId);
    },
  };

  /** Keeps what a session says of a business that is known here, when it says something new. */
  async function keepUp(session: VerifiedSession): Promise<BusinessDocument | null> {
    const business = await businesses.find(session.business.id);
    if (business && !businesses.isRemembered(session, business)) await businesses.remember(session);
    return business;
  }

  async function salesTracking(businessId: string): Promise<SalesTracking> {
    const business = await businesses.find(businessId);
    // What the host does not say now is asked again when somebody turns it on.
    const reason = await prerequisite(businessId).catch((error: unknown) => {
      logger.warn({ error, businessId }, 'The host did not say whether sales tracking can be turned on');
      return null;
    });
    return { enabled: business?.salesTrackingEnabled ?? false, prerequisite: reason };
  }
}
