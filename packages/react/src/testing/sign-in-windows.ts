import type {
  Authorization as ServerState,
  ProblemCode,
  StartedAuthorization,
} from '@sales-channels/contract';
import { createProblem } from '@sales-channels/contract';
import type { SalesChannelsClient } from '@sales-channels/contract/client';
import { ApiProblem } from '@sales-channels/contract/client';
import type { Mock } from 'vitest';
import { afterEach, beforeEach, vi } from 'vitest';
import { createAuthorization } from '../authorization-window/create-authorization.ts';

export const QUICKBOOKS = { provider: 'quickbooks' };
export const pending = (id: string): ServerState => ({
  id,
  status: 'pending',
  connectionId: null,
  problem: null,
  expiresAt: '2026-11-23T12:00:00Z',
});
export const succeeded = (id: string): ServerState => ({
  ...pending(id),
  status: 'succeeded',
  connectionId: 'con_1',
});
export const failed = (id: string, code: ProblemCode): ServerState => ({
  ...pending(id),
  status: 'failed',
  problem: createProblem(code),
});
export const refusal = (code: ProblemCode) =>
  new ApiProblem(code, createProblem(code).status, createProblem(code));

interface FakePopup {
  closed: boolean;
  close: () => void;
  focus: () => void;
}
const createPopup = (): FakePopup => ({
  closed: false,
  close() {
    this.closed = true;
  },
  focus: vi.fn<() => void>(),
});

interface FakeWindows {
  /** The windows that were opened. */
  popups: FakePopup[];
  /** The links that were followed. */
  followed: HTMLAnchorElement[];
  openWindow: Mock<(url: string, name: string, features: string) => FakePopup | null>;
}

/** Fake time, and windows and links that only note what is done with them, new for each test. */
export function useFakeWindows(): FakeWindows {
  const windows = {} as FakeWindows;
  let stopFollowing: AbortController;

  beforeEach(() => {
    vi.useFakeTimers();
    windows.popups = [];
    windows.followed = [];
    windows.openWindow = vi.fn<(url: string, name: string, features: string) => FakePopup | null>(() => {
      const popup = createPopup();
      windows.popups.push(popup);
      return popup;
    });
    vi.stubGlobal('open', windows.openWindow);
    stopFollowing = new AbortController();
    document.addEventListener(
      'click',
      (event) => {
        event.preventDefault();
        windows.followed.push(event.target as HTMLAnchorElement);
      },
      { signal: stopFollowing.signal },
    );
  });

  afterEach(() => {
    stopFollowing.abort();
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });
  return windows;
}

/** An authorization engine on a server that answers `pending` until told otherwise. */
export function setUp() {
  let count = 0;
  const startAuthorization = vi.fn<() => Promise<StartedAuthorization>>(() => {
    count += 1;
    const id = `aut_${count}`;
    return Promise.resolve({ ...pending(id), startUrl: `https://bff.example/start/${id}` });
  });
  const getAuthorization = vi.fn<(input: { params: { authorizationId: string } }) => Promise<ServerState>>(
    (input) => Promise.resolve(pending(input.params.authorizationId)),
  );
  const client = { startAuthorization, getAuthorization } as unknown as SalesChannelsClient;
  const authorization = createAuthorization(client);
  return { authorization, startAuthorization, getAuthorization };
}
