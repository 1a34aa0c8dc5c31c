export const commonMessages = {
  close: 'Close',
  cancel: 'Cancel',
  back: 'Back',
  retry: 'Try again',
  loading: 'Loading…',
  comingSoon: 'Coming soon',
  justNow: 'just now',
  /** For assistive technology, after a link or button that leaves the page. */
  opensNewWindow: 'opens a new window',
  needsPermission: 'You do not have the permission for this. Ask an administrator of your account.',
};
