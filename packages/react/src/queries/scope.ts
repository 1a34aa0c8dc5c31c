import type { SalesChannelsClient } from '@sales-channels/contract/client';

const scopes = new WeakMap<SalesChannelsClient, string>();
let count = 0;

/**
 * What every key of a client's queries begins with. Each client has its own, so a late answer to the client of another
 * business lands where nobody looks.
 */
export function scopeOf(client: SalesChannelsClient): readonly ['sales-channels', string] {
  let scope = scopes.get(client);
  if (scope === undefined) {
    count += 1;
    scope = `client-${count}`;
    scopes.set(client, scope);
  }
  return ['sales-channels', scope];
}
