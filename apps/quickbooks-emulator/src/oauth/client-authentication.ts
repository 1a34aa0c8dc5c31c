import type { Request } from 'express';
import type { RegisteredApp } from '../world.ts';

/** Client id and secret from a Basic header, or else from the form. */
export function isAuthenticClient(
  app: RegisteredApp,
  request: Request,
  form: Record<string, unknown>,
): boolean {
  const basic = /^Basic (.+)$/i.exec(request.headers.authorization ?? '');
  if (basic)
    return Buffer.from(basic[1] as string, 'base64').toString() === `${app.clientId}:${app.clientSecret}`;
  return form['client_id'] === app.clientId && form['client_secret'] === app.clientSecret;
}
