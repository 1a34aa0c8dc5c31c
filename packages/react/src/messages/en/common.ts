export const commonMessages = {
  close: 'Close',
  cancel: 'Cancel',
  back: 'Back',
  retry: 'Try again',
  loading: 'Loading…',
  comingSoon: 'Coming soon',
  justNow: 'just now',
  brokenTitle: 'This part of the page could not be shown',
  brokenText: 'The rest of the page is not affected. Try again, or reload the page.',
  upgrade: (plan: string | undefined) => (plan === undefined ? 'Change plan' : `Upgrade to ${plan}`),
  /** For assistive technology, after a link or button that leaves the page. */
  opensNewWindow: 'opens a new window',
};
