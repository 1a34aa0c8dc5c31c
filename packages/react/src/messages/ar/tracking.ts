import type { Messages } from '../messages.ts';

export const trackingMessages: Messages['tracking'] = {
  label: 'تتبّع المبيعات',
  enableTitle: 'كل مبيعاتك في مكان واحد',
  enableText: 'اجلب مبيعاتك من QuickBooks Online واحتفظ بها في قائمة واحدة.',
  enable: 'تشغيل تتبّع المبيعات',
  enabling: 'جارٍ التشغيل…',
  prerequisite: (reason) => `لا يمكن تشغيل تتبّع المبيعات بعد: ${reason}`,
  disableTitle: 'إيقاف تتبّع المبيعات؟',
  disableText:
    'ستتوقف مزامنة كل القنوات ولن تصل مبيعات جديدة. تبقى قنواتك وجميع المبيعات محفوظة، وتعود عند تشغيله من جديد.',
  disable: 'إيقاف تتبّع المبيعات',
  keepOn: 'إبقاؤه مشغّلًا',
  lockedTitle: 'تتبّع المبيعات غير مشمول في باقتك',
  lockedText: (plan) =>
    plan === undefined
      ? 'اسأل مسؤول حسابك عن كيفية الحصول عليه.'
      : `هو جزء من باقة ${plan}. غيّر باقتك لجلب المبيعات من QuickBooks Online.`,
  noReadTitle: 'لا يمكنك رؤية المبيعات هنا',
  noReadText: 'دورك لا يشمل المبيعات. اطلب الوصول من مسؤول حسابك.',
  offForReader: 'تتبّع المبيعات متوقف. يمكن لمن يدير قنوات البيع تشغيله.',
};
