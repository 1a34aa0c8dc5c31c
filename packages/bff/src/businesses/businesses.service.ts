import type { Context, SalesTracking } from '@sales-channels/contract';
import type { Audit } from '../audit/create-audit.ts';
import { calendarDateIn, daysBefore } from '../calendar.ts';
import type { ChannelModel } from '../channels/channel.model.ts';
import { DomainError } from '../domain-error.ts';
import type { SalesChannelsBffOptions } from '../options.ts';
import type { AccountingProvider } from '../provider/provider.ts';
import type { Session } from '../session/session.ts';
import type { BusinessModel } from './business.model.ts';

export interface BusinessesDependencies {
  businesses: BusinessModel;
  channels: ChannelModel;
  providers: readonly AccountingProvider[];
  audit: Audit;
  prerequisite: NonNullable<SalesChannelsBffOptions['salesTrackingPrerequisite']>;
  maxLookBackDays: number | undefined;
  hasProducts: boolean;
  clock: () => Date;
}

export type BusinessesService = ReturnType<typeof createBusinessesService>;

export function createBusinessesService({
  businesses,
  channels,
  providers,
  prerequisite,
  maxLookBackDays,
  hasProducts,
  clock,
}: BusinessesDependencies) {
  return {
    /** Refuses everything but looking around to a plan without sales tracking; what such a business already has stays readable. */
    async requirePlan(
      { business, entitlements: { salesTracking } }: Session,
      isReading: boolean,
    ): Promise<void> {
      if (salesTracking.allowed) return;
      if (isReading && (await businesses.find(business.id))) return;
      throw new DomainError(
        'plan_required',
        salesTracking.requiredPlan ? { requiredPlan: salesTracking.requiredPlan } : {},
      );
    },

    async context(session: Session): Promise<Context> {
      const { business, user, permissions, entitlements, timeZone, homeCurrency } = session;
      const today = calendarDateIn(timeZone, clock());
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
        manualSales: { hasProducts },
        providers: providers.map(({ id, name }) => ({ id, name })),
      };
    },

    /** Turning it on makes sure of the Manual channel; turning it off keeps everything and stops every sync. */
    async setSalesTracking(session: Session, enabled: boolean): Promise<SalesTracking> {
      const businessId = session.business.id;
      const reason = enabled ? await prerequisite(businessId) : null;
      if (reason !== null) throw new DomainError('prerequisite_missing', { detail: reason });
      if (enabled) await channels.ensureManual(businessId, 'Manual', clock());
      await businesses.setSalesTracking(session, enabled);
      return salesTracking(businessId);
    },
  };

  async function salesTracking(businessId: string): Promise<SalesTracking> {
    const business = await businesses.find(businessId);
    return { enabled: business?.salesTrackingEnabled ?? false, prerequisite: await prerequisite(businessId) };
  }
}
