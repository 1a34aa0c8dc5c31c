import type { Messages } from '../messages.ts';

export const commonMessages: Messages['common'] = {
  close: 'إغلاق',
  cancel: 'إلغاء',
  back: 'رجوع',
  retry: 'حاول مرة أخرى',
  loading: 'جارٍ التحميل…',
  comingSoon: 'قريبًا',
  justNow: 'الآن',
  brokenTitle: 'تعذّر عرض هذا الجزء من الصفحة',
  brokenText: 'بقية الصفحة لم تتأثر. حاول مرة أخرى أو أعد تحميل الصفحة.',
  upgrade: (plan) => (plan === undefined ? 'تغيير الباقة' : `الترقية إلى ${plan}`),
  opensNewWindow: 'يفتح نافذة جديدة',
};
