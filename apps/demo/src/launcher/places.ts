import type { Ports } from './ports.ts';

/** One part of the demo: what browsers call it, and where it is for the other parts. */
export interface Place {
  port: number;
  browserUrl: string;
  url: string;
}

export interface Names {
  host: string;
  bff: string;
  emulator: string;
}

/** Names of three different sites, which Chromium finds on this machine. */
export const THREE_SITES: Names = {
  host: 'northwind.localhost',
  bff: 'bff.localhost',
  emulator: 'quickbooks.localhost',
};

const ONE_SITE: Names = { host: 'localhost', bff: 'localhost', emulator: 'localhost' };

export function placesOf(ports: Ports, names: Names = ONE_SITE): Record<keyof Ports, Place> {
  const place = (part: keyof Ports): Place => ({
    port: ports[part],
    browserUrl: `http://${names[part]}:${ports[part]}`,
    url: `http://127.0.0.1:${ports[part]}`,
  });
  return { host: place('host'), bff: place('bff'), emulator: place('emulator') };
}
