import type { Messages } from '../messages.ts';

export const authorizationWindowMessages: Messages['authorizationWindow'] = {
  starting: (provider) => `جارٍ فتح نافذة لتسجيل الدخول إلى ${provider}…`,
  waiting: (provider) => `سجّل الدخول إلى ${provider} في النافذة التي فُتحت. ستتابع العملية من تلقاء نفسها.`,
  showWindow: 'إظهار النافذة',
  windowClosed: 'أُغلقت النافذة: ما زلنا ننتظر',
  windowClosedText: (provider) =>
    `إذا أتممت تسجيل الدخول إلى ${provider} فستتابع العملية بعد لحظات. وإلا فحاول مرة أخرى.`,
  blockedTitle: 'حظر متصفحك نافذة تسجيل الدخول',
  blockedText: (provider) =>
    `سجّل الدخول إلى ${provider} في هذه الصفحة ثم عُد إلى هنا، أو اسمح بالنوافذ لهذا الموقع وحاول مرة أخرى.`,
  signInHere: 'تسجيل الدخول في هذه الصفحة',
  redirecting: (provider) => `جارٍ الانتقال إلى ${provider}…`,
  succeeded: (provider) => `تم تسجيل الدخول إلى ${provider}.`,
  failedTitle: (provider) => `لم يتم ربط ${provider}`,
  tryAgain: 'حاول مرة أخرى',
  cancel: 'إلغاء تسجيل الدخول',
};
