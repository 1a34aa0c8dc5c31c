import type { NextFunction, Request, Response } from 'express';

const loopback = /^(?:::1|(?:::ffff:)?127\.\d+\.\d+\.\d+)$/;

/** The control API serves this machine only, whatever address the emulator listens on. */
export function requireLoopback(request: Request, response: Response, next: NextFunction): void {
  if (loopback.test(request.socket.remoteAddress ?? '')) return next();
  response.status(403).json({ error: 'The control API answers on the loopback interface only.' });
}
