import type { Response } from 'express';

/** A reset throws away what the client has not read yet; this leaves it time to read the head. */
const untilResetMilliseconds = 50;

export type Delivery = 'whole' | 'lost' | 'cut' | 'cut-reset';

const kinds = {
  json: 'application/json;charset=UTF-8',
  xml: 'application/xml;charset=UTF-8',
  html: 'text/html;charset=UTF-8',
} as const;

/** Whether the response of this request is delivered, lost before its first byte, or cut half way by an end or a reset. */
export function deliver(response: Response, delivery: Delivery): void {
  response.locals['delivery'] = delivery;
}

/** Every response of the emulated service leaves through here. */
export function send(response: Response, status: number, kind: keyof typeof kinds, body: string): void {
  if (response.writableEnded || response.destroyed) return;
  const delivery = (response.locals['delivery'] as Delivery | undefined) ?? 'whole';
  const bytes = Buffer.from(body);
  response.locals['answered'] = status;
  if (delivery === 'lost') {
    response.destroy();
    return;
  }
  response.statusCode = status;
  response.setHeader('Content-Type', kinds[kind]);
  response.setHeader('Content-Length', bytes.length);
  if (delivery === 'whole') {
    response.end(bytes);
    return;
  }
  const breakOff = () => {
    if (delivery === 'cut') response.destroy();
    else setTimeout(() => response.socket?.resetAndDestroy(), untilResetMilliseconds);
  };
  response.write(bytes.subarray(0, Math.ceil(bytes.length / 2)), breakOff);
}

export function sendJson(response: Response, status: number, body: unknown): void {
  send(response, status, 'json', JSON.stringify(body));
}
