import { accessChecks } from './access-checks.ts';
import { auditChecks } from './audit-checks.ts';
import { channelChecks } from './channel-checks.ts';
import { connectionChecks } from './connection-checks.ts';
import { manualSaleChecks } from './manual-sale-checks.ts';
import { saleChecks } from './sale-checks.ts';
import { salesOverviewChecks } from './sales-overview-checks.ts';
import { syncChecks } from './sync-checks.ts';
import { unattendedChecks } from './unattended-checks.ts';
import { validationChecks } from './validation-checks.ts';

/** What every implementation of the API has to do, by title. */
export const conformanceChecks = {
  ...accessChecks,
  ...validationChecks,
  ...channelChecks,
  ...syncChecks,
  ...unattendedChecks,
  ...saleChecks,
  ...salesOverviewChecks,
  ...manualSaleChecks,
  ...connectionChecks,
  ...auditChecks,
};
