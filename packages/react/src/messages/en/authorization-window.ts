export const authorizationWindowMessages = {
  starting: (provider: string) => `Opening a window to sign in to ${provider}…`,
  waiting: (provider: string) => `Sign in to ${provider} in the window that opened. This goes on by itself.`,
  showWindow: 'Show the window',
  windowClosed: 'Window closed: still waiting',
  windowClosedText: (provider: string) =>
    `If you finished signing in to ${provider}, this goes on in a moment. If not, try again.`,
  blockedTitle: 'Your browser blocked the sign-in window',
  blockedText: (provider: string) =>
    `Sign in to ${provider} on this page instead and come back here, or allow windows for this site and try again.`,
  signInHere: 'Sign in on this page',
  redirecting: (provider: string) => `Going to ${provider}…`,
  succeeded: (provider: string) => `Signed in to ${provider}.`,
  failedTitle: (provider: string) => `${provider} was not connected`,
  tryAgain: 'Try again',
  cancel: 'Cancel sign-in',
};
