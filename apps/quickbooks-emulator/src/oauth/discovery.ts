import { type Request, Router } from 'express';
import { sendJson } from '../http/send.ts';

/** The discovery documents, naming the emulator's own addresses. */
export function createDiscoveryRoutes(): Router {
  const router = Router();
  router.get(
    ['/.well-known/openid_configuration', '/.well-known/openid_sandbox_configuration'],
    (request: Request, response) => {
      const base = `${request.protocol}://${request.headers.host}`;
      sendJson(response, 200, {
        issuer: `${base}/op/v1`,
        authorization_endpoint: `${base}/connect/oauth2`,
        token_endpoint: `${base}/oauth2/v1/tokens/bearer`,
        userinfo_endpoint: `${base}/v1/openid_connect/userinfo`,
        revocation_endpoint: `${base}/v2/oauth2/tokens/revoke`,
        jwks_uri: `${base}/op/v1/jwks`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
        scopes_supported: ['openid', 'email', 'profile', 'address', 'phone'],
        token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'],
        claims_supported: ['aud', 'exp', 'iat', 'iss', 'realmid', 'sub'],
      });
    },
  );
  return router;
}
