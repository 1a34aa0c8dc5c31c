import type { Channel } from '@sales-channels/contract';
import { signsInHere } from '../authorization-window/signs-in-here.ts';
import type { Tone } from '../primitives/badge.tsx';
import type { Trouble, TroubleContext } from './trouble.ts';

/** A trouble that a new sign-in ends: here, or where the host signs in to its own connections. */
export function signInTrouble(
  tone: Tone,
  text: string,
  { connection }: Channel,
  { messages: { channels } }: Pick<TroubleContext, 'messages'>,
  action: 'reconnect' | 'connect_again' = 'reconnect',
): Trouble {
  return signsInHere(connection)
    ? { about: 'status', tone, text, action }
    : { about: 'status', tone, text: `${text} ${channels.reconnectAtHost}`, action: null };
}
