import type { IntuitApp } from './start-demo.ts';

/**
 * The app at Intuit that the environment names; undefined when it names none.
 * @throws Error when it names half of one
 */
export function readIntuitApp(env: Record<string, string | undefined> = process.env): IntuitApp | undefined {
  const clientId = env['QUICKBOOKS_CLIENT_ID'];
  const clientSecret = env['QUICKBOOKS_CLIENT_SECRET'];
  const environment = env['QUICKBOOKS_ENVIRONMENT'] || 'sandbox';
  if (!clientId && !clientSecret) return undefined;
  if (!clientId || !clientSecret)
    throw new Error('QUICKBOOKS_CLIENT_ID and QUICKBOOKS_CLIENT_SECRET are needed together.');
  if (environment !== 'sandbox' && environment !== 'production')
    throw new Error(`QUICKBOOKS_ENVIRONMENT must be sandbox or production, not "${environment}".`);
  return { clientId, clientSecret, environment };
}
