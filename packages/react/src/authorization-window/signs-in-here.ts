import type { Connection } from '@sales-channels/contract';

/** Whether the kit can sign in to a connection anew. Who lends a connection signs in to it in their own place. */
export const signsInHere = (connection: Pick<Connection, 'ownership'> | null): boolean =>
  connection?.ownership === 'kit';
