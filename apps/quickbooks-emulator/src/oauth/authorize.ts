import { Router, urlencoded } from 'express';
import type { World } from '../world.ts';
import { callbackUrl, checkAuthorization } from './authorization-request.ts';
import { authorizePage, refusalPage } from './authorize-page.ts';
import { send } from '../http/send.ts';

/** The authorisation page and its form. Form fields: those of the URL, `realmId`, and `decision` approve or deny. */
export function createAuthorizeRoutes(world: World): Router {
  const router = Router();

  router.get('/connect/oauth2', (request, response) => {
    const check = checkAuthorization(world, request.query);
    if (check.kind === 'refused') return send(response, 400, 'html', refusalPage(check.reason));
    if (check.kind === 'redirected') return response.redirect(302, check.location);
    response.setHeader('Cache-Control', 'no-store');
    return send(
      response,
      200,
      'html',
      authorizePage(
        world.app.name,
        check.request,
        [...world.companies.values()].filter(({ origin }) => origin.seed.isListed !== false),
      ),
    );
  });

  router.post('/connect/oauth2', urlencoded({ extended: false, limit: '32kb' }), (request, response) => {
    const form = (request.body ?? {}) as Record<string, unknown>;
    const check = checkAuthorization(world, form);
    if (check.kind === 'refused') return send(response, 400, 'html', refusalPage(check.reason));
    if (check.kind === 'redirected') return response.redirect(302, check.location);
    const { redirectUri, scopes, state } = check.request;
    if (form['decision'] !== 'approve') {
      return response.redirect(302, callbackUrl(redirectUri, { error: 'access_denied', state }));
    }
    const company = world.companies.get(typeof form['realmId'] === 'string' ? form['realmId'] : '');
    if (!company) return send(response, 400, 'html', refusalPage('No such company.'));
    const code = world.grants.issueCode(company.realmId, scopes, redirectUri);
    return response.redirect(302, callbackUrl(redirectUri, { code, state, realmId: company.realmId }));
  });

  return router;
}
