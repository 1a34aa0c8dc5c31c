export type { SessionSignerOptions } from './create-session-signer.ts';
export { createSessionSigner } from './create-session-signer.ts';
export type { Session } from './session.ts';
