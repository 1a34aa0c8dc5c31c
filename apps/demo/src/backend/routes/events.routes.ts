import type { Router } from 'express';
import express from 'express';
import { Webhook, WebhookVerificationError } from 'standardwebhooks';
import { z } from 'zod';
import type { Database } from '../database.ts';
import { Refusal } from './refusal.ts';

const eventSchema = z.object({
  type: z.string(),
  timestamp: z.iso.datetime({ offset: true }),
  data: z.object({ businessId: z.string(), companyName: z.string() }),
});

/** Takes what the server of Sales Channels tells Northwind while no page need be open. */
export function createEventsRoutes({ notices }: Database, secret: string): Router {
  const router = express.Router();
  const webhook = new Webhook(secret);

  router.post(
    '/sales-channels/events',
    express.raw({ type: 'application/json', limit: '10kb' }),
    async (request, response) => {
      const headers = {
        'webhook-id': request.get('webhook-id') ?? '',
        'webhook-timestamp': request.get('webhook-timestamp') ?? '',
        'webhook-signature': request.get('webhook-signature') ?? '',
      };
      const { type, timestamp, data } = eventSchema.parse(verified(request.body, headers));
      // Told again, it is the same event.
      await notices.updateOne(
        { _id: headers['webhook-id'] },
        { $setOnInsert: { type, at: new Date(timestamp), ...data } },
        { upsert: true },
      );
      response.status(204).end();
    },
  );
  return router;

  function verified(body: unknown, headers: Record<string, string>): unknown {
    try {
      return webhook.verify(Buffer.isBuffer(body) ? body.toString('utf8') : '', headers);
    } catch (error) {
      throw error instanceof WebhookVerificationError
        ? new Refusal(401, 'The event is not from the server of Sales Channels.')
        : error;
    }
  }
}
