import { followLink } from './follow-link.ts';
import { randomId } from './random-id.ts';

const WIDTH = 640;
const HEIGHT = 760;

export interface Popup {
  /** What its messages come from. */
  readonly window: Window;
  navigate(url: string): void;
  focus(): void;
  close(): void;
}

/**
 * Opens an empty window; null when the browser blocks it. Browsers allow it only while a click is handled: call it before
 * anything asynchronous.
 */
export function openPopup(host: Window): Popup | null {
  const name = `sales-channels-${randomId()}`;
  const left = Math.max(0, Math.round(host.screenX + (host.outerWidth - WIDTH) / 2));
  const top = Math.max(0, Math.round(host.screenY + (host.outerHeight - HEIGHT) / 2));
  const features = `popup,width=${WIDTH},height=${HEIGHT},left=${left},top=${top}`;
  const opened = host.open('about:blank', name, features);
  // Some browsers answer a blocked call with a window that is closed already.
  if (!opened || opened.closed) return null;
  return {
    window: opened,
    navigate: (url) => followLink(host, url, name),
    focus: () => opened.focus(),
    close: () => opened.close(),
  };
}
