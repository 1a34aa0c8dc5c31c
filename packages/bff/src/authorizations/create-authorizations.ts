import type { Database } from '../database.ts';
import type { Audit } from '../audit/create-audit.ts';
import type { BusinessModel } from '../businesses/business.model.ts';
import type { ChannelModel } from '../channels/channel.model.ts';
import type { ResumeChannel } from '../channels/resume-channel.ts';
import { createGrantModel } from '../connections/connection-grants.model.ts';
import type { ConnectionModel } from '../connections/connection.model.ts';
import type { Connections } from '../connections/connection.ts';
import type { TokenVault } from '../connections/token-vault.ts';
import type { Logger } from '../logger.ts';
import type { AccountingProvider } from '../provider/provider.ts';
import { createAuthorizationPages } from './authorization-pages.ts';
import { createAuthorizationModel } from './authorization.model.ts';
import { createAuthorizationRoutes } from './authorizations.routes.ts';
import { createAuthorizationsService } from './authorizations.service.ts';
import { createCompanyRules } from './company-rules.ts';
import { createCompleteSignIn } from './complete-sign-in.ts';
import { createSignInService } from './sign-in.service.ts';

interface AuthorizationsOptions {
  database: Database;
  connectionModel: ConnectionModel;
  connections: Connections;
  vault: TokenVault;
  businesses: Pick<BusinessModel, 'remember' | 'lock'>;
  providers: readonly AccountingProvider[];
  publicUrl: string;
  productName: string;
  audit: Audit;
  channels: Pick<ChannelModel, 'restingConnections'>;
  resumeChannel: ResumeChannel;
  wakeWorkers: () => void;
  clock: () => Date;
  logger: Logger;
}

/** Signing in at a provider: the operations that start and follow it, and the pages in between. */
export function createAuthorizations(options: AuthorizationsOptions) {
  const { database, connectionModel, connections, vault, businesses, providers, publicUrl, clock } = options;
  const { audit, resumeChannel, wakeWorkers, productName, logger } = options;
  const { restingConnections } = options.channels;
  const redirectUri = `${publicUrl}/connect/callback`;
  const authorizations = createAuthorizationModel(database);
  const attach = createGrantModel({
    database,
    connections: connectionModel,
    vault,
    audit,
    lockBusiness: (businessId, session) => businesses.lock(businessId, session),
    restingConnections,
    resumeChannel,
  });
  const rules = createCompanyRules(connectionModel, restingConnections);
  const complete = createCompleteSignIn({ rules, attach, wakeWorkers, redirectUri, clock, logger });
  const signIn = createSignInService({
    authorizations,
    connections: connectionModel,
    complete,
    providers,
    redirectUri,
    clock,
    logger,
  });
  const service = createAuthorizationsService({
    authorizations,
    connections,
    businesses,
    restingConnections,
    providers,
    publicUrl,
    clock,
  });

  return {
    model: authorizations.model,
    routes: createAuthorizationRoutes(service),
    pages: createAuthorizationPages({ signIn, publicUrl, productName, logger }),
  };
}
