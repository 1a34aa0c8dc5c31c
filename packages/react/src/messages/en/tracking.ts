export const trackingMessages = {
  label: 'Sales tracking',
  enableTitle: 'All your sales in one place',
  enableText: 'Bring your sales in from QuickBooks Online and keep them in one list.',
  enable: 'Turn on sales tracking',
  enabling: 'Turning on…',
  prerequisite: (reason: string) => `Sales tracking cannot be turned on yet: ${reason}`,
  disableTitle: 'Turn off sales tracking?',
  disableText:
    'Every channel stops syncing and no new sales come in. Your channels and all sales are kept, and come back when you turn it on again.',
  disable: 'Turn off sales tracking',
  keepOn: 'Keep it on',
  lockedTitle: 'Sales tracking is not in your plan',
  lockedText: (plan: string | undefined) =>
    plan === undefined
      ? 'Ask an administrator of your account how to get it.'
      : `It is part of the ${plan} plan. Change your plan to bring in sales from QuickBooks Online.`,
  noReadTitle: 'You cannot see sales here',
  noReadText: 'Your role does not include sales. Ask an administrator of your account for access.',
  offForReader: 'Sales tracking is off. Somebody who manages sales channels can turn it on.',
};
