import { randomUUID } from 'node:crypto';
import type { Switches } from '../switches.ts';
import type { Clock } from '../time/clock.ts';
import type { ChangeEvent } from './change-event.ts';
import type { Delivery, WebhookEndpoint } from './delivery.ts';
import { groupEvents } from './group-events.ts';
import { notificationBody } from './notification-body.ts';
import { isAcknowledged, postNotification } from './post-notification.ts';
import { retryDelay } from './retry-schedule.ts';
import type { Signing } from './signature.ts';

export type ChangeNotice = Omit<ChangeEvent, 'id'>;

/** Tells the app's endpoint of changes, as long as one is configured. */
export interface Webhooks {
  endpoint(): WebhookEndpoint | undefined;
  /** Undefined ends all notifications; what waits is lost. */
  configure(endpoint: WebhookEndpoint | undefined): void;
  /** Notes a change, to be told of with what else happens in the next seconds. */
  announce(notice: ChangeNotice): void;
  /** How many changes wait to be gathered into a notification. */
  gathering(): number;
  /** The notifications of late, oldest first. */
  deliveries(): readonly Delivery[];
  /** Sends a notification again, now; undefined when there is no such notification or no endpoint. */
  redeliver(id: number): Promise<Delivery | undefined>;
  /** Sends a notification that tells of what never happened, once; undefined without an endpoint. */
  forge(notice: ChangeNotice, signing: Signing): Promise<Delivery | undefined>;
  /** Forgets everything and sends no more of it. */
  clear(): void;
}

const kept = 500;
const longestTimer = 2_000_000_000;

export function createWebhooks(clock: Clock, switches: Switches, clientId: string): Webhooks {
  let endpoint: WebhookEndpoint | undefined;
  let gathered: ChangeEvent[] = [];
  let gatherUntil = Infinity;
  let deliveries: Delivery[] = [];
  let lastId = 0;
  let timer: NodeJS.Timeout | undefined;
  let isPosting = false;
  let stop = new AbortController();

  const open = (events: readonly ChangeEvent[], signing: Signing, state: Delivery['state']) => {
    lastId += 1;
    const format = switches.webhookFormat;
    const delivery: Delivery = {
      id: lastId,
      format,
      signing,
      events,
      body: notificationBody(format, events, clientId),
      state,
      dueAt: clock.milliseconds(),
      attempts: [],
    };
    deliveries = [...deliveries.slice(-kept + 1), delivery];
    return delivery;
  };
  const gather = () => {
    if (clock.milliseconds() < gatherUntil) return;
    for (const events of groupEvents(gathered, switches.webhookOrder)) {
      const state = switches.webhookLost ? 'lost' : 'waiting';
      const first = open(events, 'valid', state);
      if (switches.webhookDuplicates) deliveries.push({ ...first, id: (lastId += 1), attempts: [] });
    }
    gathered = [];
    gatherUntil = Infinity;
  };
  /** With head-of-line blocking nothing overtakes the oldest notification that is not acknowledged. */
  const candidates = () => {
    const waiting = deliveries.filter((delivery) => delivery.state === 'waiting');
    return switches.guessWebhookBlocking ? waiting.slice(0, 1) : waiting;
  };
  const attempt = async (to: WebhookEndpoint, delivery: Delivery) => {
    const { signal } = stop;
    const sent = await postNotification(
      to,
      delivery,
      clock.milliseconds(),
      switches.webhookTimeoutMilliseconds,
      signal,
    );
    if (signal.aborted) return;
    delivery.attempts.push(sent);
    if (isAcknowledged(sent)) delivery.state = 'delivered';
    else if (delivery.state === 'waiting') {
      delivery.dueAt = clock.milliseconds() + retryDelay(delivery.attempts.length) * 1000;
    }
  };
  const sendDue = async (): Promise<void> => {
    if (isPosting) return;
    isPosting = true;
    for (;;) {
      gather();
      const now = clock.milliseconds();
      const due = candidates().find((delivery) => delivery.dueAt <= now);
      if (!due || !endpoint) break;
      await attempt(endpoint, due);
    }
    isPosting = false;
    arm();
  };
  const arm = () => {
    clearTimeout(timer);
    const next = Math.min(gatherUntil, ...candidates().map((delivery) => delivery.dueAt));
    if (next === Infinity) return;
    const wait = Math.min(Math.max(0, next - clock.milliseconds()), longestTimer);
    timer = setTimeout(() => void sendDue(), wait);
    timer.unref();
  };
  clock.watch(arm);

  return {
    endpoint: () => endpoint,
    configure: (to) => {
      endpoint = to;
      if (to) return;
      gathered = [];
      gatherUntil = Infinity;
      for (const delivery of deliveries) if (delivery.state === 'waiting') delivery.state = 'lost';
    },
    announce: (notice) => {
      if (!endpoint) return;
      gathered.push({ ...notice, id: randomUUID() });
      gatherUntil = Math.min(gatherUntil, clock.milliseconds() + switches.guessWebhookGatherSeconds * 1000);
      if (!isPosting) arm();
    },
    gathering: () => gathered.length,
    deliveries: () => deliveries,
    redeliver: async (id) => {
      const delivery = deliveries.find((each) => each.id === id);
      if (!delivery || !endpoint) return undefined;
      await attempt(endpoint, delivery);
      if (!isPosting) arm();
      return delivery;
    },
    forge: async (notice, signing) => {
      if (!endpoint) return undefined;
      const delivery = open([{ ...notice, id: randomUUID() }], signing, 'refused');
      await attempt(endpoint, delivery);
      return delivery;
    },
    clear: () => {
      stop.abort();
      stop = new AbortController();
      clearTimeout(timer);
      gathered = [];
      gatherUntil = Infinity;
      deliveries = [];
    },
  };
}
