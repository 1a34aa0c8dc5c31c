import { type Response, Router } from 'express';
import { z } from 'zod';
import { saleTypes } from '../company/sale.ts';
import { changeOperations } from '../webhooks/change-event.ts';
import type { Delivery } from '../webhooks/delivery.ts';
import { signings } from '../webhooks/signature.ts';
import type { World } from '../world.ts';
import { ControlError } from './control-error.ts';

const endpointBody = z.strictObject({
  url: z.url({ protocol: /^https?$/ }),
  verifierToken: z.string().min(1),
});
const forgeryBody = z.strictObject({
  realm: z.string(),
  type: z.enum(saleTypes).default('Invoice'),
  id: z.string().default('1'),
  operation: z.enum(changeOperations).default('Update'),
  signing: z.enum(signings).default('otherToken'),
});

/** The app's webhook endpoint, and what was sent to it. */
export function createWebhookControls(world: World): Router {
  const { webhooks } = world;
  const router = Router();
  const describe = () => ({ endpoint: webhooks.endpoint() ?? null, gathering: webhooks.gathering() });
  const answer = (response: Response, delivery: Delivery | undefined) => {
    if (!delivery)
      throw new ControlError(404, 'There is no such notification, or no endpoint to send it to.');
    response.json(show(delivery));
  };

  router.get('/webhook', (_request, response) => response.json(describe()));
  router.post('/webhook', (request, response) => {
    webhooks.configure(endpointBody.parse(request.body));
    response.json(describe());
  });
  router.delete('/webhook', (_request, response) => {
    webhooks.configure(undefined);
    response.json(describe());
  });
  router.get('/webhook/deliveries', (_request, response) => {
    response.json(webhooks.deliveries().toReversed().map(show));
  });
  router.post('/webhook/deliveries/:id/redeliver', async (request, response) => {
    answer(response, await webhooks.redeliver(Number(request.params.id)));
  });
  router.post('/webhook/forge', async (request, response) => {
    const { realm, type, id, operation, signing } = forgeryBody.parse(request.body);
    const at = world.clock.milliseconds();
    answer(response, await webhooks.forge({ realmId: realm, type, documentId: id, operation, at }, signing));
  });
  return router;
}

function show({ dueAt, ...delivery }: Delivery) {
  return {
    ...delivery,
    nextAttemptAt: delivery.state === 'waiting' ? new Date(dueAt).toISOString() : null,
  };
}
