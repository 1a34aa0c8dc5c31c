import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { Moment, Reached } from './moments.ts';

/** A request of a server for a company's data. */
export interface DataCall {
  realmId: string;
  /** `query`, `cdc` or another part of the service. */
  kind: string;
  /** The statement of a query; empty for others. */
  statement: string;
}

interface EmulatorProxyOptions {
  emulatorUrl: string;
  reached: Reached;
  /** Told of each request for data before it is passed on. */
  onCall: (call: DataCall) => void;
}

/** Stands between one server and the emulator, passes everything on unchanged and tells what goes by. */
export async function startEmulatorProxy({ emulatorUrl, reached, onCall }: EmulatorProxyOptions) {
  async function handle(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const url = new URL(incoming.url ?? '/', emulatorUrl);
    const body = await buffer(incoming);
    const call = readCall(url);
    if (call) onCall(call);
    const [asked, answered] = momentsOf(url, body.toString('latin1'));
    if (asked && reached(asked)) return void incoming.destroy();
    const answer = await passOn(url, incoming, body);
    const content = await buffer(answer);
    if (answered && reached(answered)) return void incoming.destroy();
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    outgoing.end(content);
  }

  const server = createServer((incoming, outgoing) => {
    // What the emulator breaks off is broken off here, too.
    handle(incoming, outgoing).catch(() => outgoing.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop(): Promise<void> {
      server.closeAllConnections();
      await once(server.close(), 'close');
    },
  };
}

async function passOn(url: URL, { method, headers }: IncomingMessage, body: Buffer) {
  const sent = request(url, { method, headers: { ...headers, host: url.host } });
  sent.end(body);
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  return answer;
}

function readCall(url: URL): DataCall | null {
  const [, version, , realmId, kind] = url.pathname.split('/');
  if (version !== 'v3' || realmId === undefined || kind === undefined) return null;
  return { realmId, kind, statement: url.searchParams.get('query') ?? '' };
}

function momentsOf({ pathname }: URL, body: string): readonly [Moment | null, Moment | null] {
  if (pathname.endsWith('/query')) return ['page asked', 'page answered'];
  if (pathname.endsWith('/cdc')) return ['changes asked', 'changes answered'];
  return body.includes('grant_type=refresh_token') ? ['token asked', 'token answered'] : [null, null];
}
