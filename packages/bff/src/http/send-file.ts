import { pipeline } from 'node:stream/promises';
import type { Endpoint } from '@sales-channels/contract';
import type { Response } from 'express';
import type { Logger } from '../logger.ts';

/**
 * Streams a file as fast as it is taken. What fails before its first part is thrown, to be answered as a problem; what fails
 * later breaks the connection, so that nobody takes a part for the whole.
 */
export async function sendFile(
  response: Response,
  { mediaType, name }: NonNullable<Endpoint['file']>,
  parts: AsyncIterable<string>,
  logger: Logger,
): Promise<void> {
  const iterator = parts[Symbol.asyncIterator]();
  const first = await iterator.next();
  response.status(200).set({
    'content-type': `${mediaType}; charset=utf-8`,
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'no-store',
  });
  try {
    await pipeline(from(first, iterator), response);
  } catch (error) {
    response.destroy();
    const hasLeft = (error as { code?: unknown } | null)?.code === 'ERR_STREAM_PREMATURE_CLOSE';
    if (!hasLeft) logger.error({ error, name }, 'A download broke off');
  } finally {
    // Whoever left before the second part was asked for left what it is read from open.
    await iterator.return?.();
  }
}

async function* from(first: IteratorResult<string>, rest: AsyncIterator<string>): AsyncGenerator<string> {
  for (let part = first; part.done !== true; part = await rest.next()) yield part.value;
}
