import type { Messages } from '../messages.ts';
import { plural } from './plural.ts';

export const connectionMessages: Messages['connections'] = {
  accountingTitle: 'المحاسبة',
  inventoryTitle: 'المخزون',
  listLabel: 'الاتصالات المحاسبية',
  usesLabel: 'يُستخدم في',
  salesChannelUse: 'قناة بيع',
  namedSalesChannelUse: (channel) => `قناة بيع: ${channel}`,
  unused: 'لا يُستخدم في شيء بعد',
  since: (date) => `متصل منذ ${date}`,
  signInEnds: (day) => `ينتهي تسجيل الدخول في ${day}`,
  wasConnected: (date) => `اتصل أول مرة في ${date}`,
  statuses: {
    connected: 'متصل',
    reconnect_required: 'يلزم تسجيل الدخول',
    disconnected: 'مفصول',
    unknown: 'أحدث من هذه الصفحة',
  },
  ownerships: {
    kit: 'سُجّل الدخول هنا',
    host: 'يديره هذا التطبيق',
    unknown: 'يُدار في مكان آخر',
  },

  connect: (provider) => `ربط ${provider}`,
  connectAnother: (provider) => `ربط شركة أخرى من ${provider}`,
  connectAgain: 'الربط من جديد',
  reconnect: 'إعادة الاتصال',
  disconnect: 'فصل',
  manageAtHost: 'إدارة الاتصال',
  ofConnection: (connection) => `: ${connection}`,
  reconnectRequired: (provider) => `يلزم أن تسجّل الدخول إلى ${provider} من جديد.`,
  reconnectAtHost: 'سجّل الدخول من جديد حيث يدير هذا التطبيق اتصالاته.',
  disconnected: 'اربط الشركة نفسها من جديد للمتابعة من حيث توقفت.',
  disconnectedAtHost: 'اربطها من جديد حيث يدير هذا التطبيق اتصالاته.',
  needsPermission: 'يمكن لمن يدير قنوات البيع القيام بذلك.',
  limit: (count, written) =>
    plural(count, {
      zero: 'باقتك لا تسمح بأي اتصال محاسبي.',
      one: 'باقتك تسمح باتصال محاسبي واحد.',
      two: 'باقتك تسمح باتصالين محاسبيين.',
      few: `باقتك تسمح بـ ${written} اتصالات محاسبية.`,
      many: `باقتك تسمح بـ ${written} اتصالًا محاسبيًا.`,
      other: `باقتك تسمح بـ ${written} اتصال محاسبي.`,
    }),
  limitPlan: (plan) => `باقة ${plan} تسمح بالمزيد.`,

  emptyTitle: 'لا يوجد اتصال محاسبي بعد',
  emptyText: (provider) =>
    `سجّل الدخول إلى ${provider} مرة واحدة، فتستطيع قنوات البيع وأجزاء أخرى من هذا التطبيق استخدام الاتصال.`,
  emptyForReader: 'يمكن لمن يدير قنوات البيع ربط اتصال.',
  failedTitle: 'تعذّر تحميل اتصالاتك',
  lockedTitle: 'الاتصالات المحاسبية غير مشمولة في باقتك',
  noReadTitle: 'لا يمكنك رؤية الاتصالات هنا',
  noReadText: 'دورك لا يشمل المبيعات. اطلب الوصول من مسؤول حسابك.',
  brokenRow: 'تعذّر عرض هذا الاتصال.',

  disconnectTitle: (company) => `فصل ${company}؟`,
  disconnectConfirm: (company) => `فصل ${company}`,
  keepConnected: 'إبقاء الاتصال',
  disconnectText: (provider) => `سيفقد هذا التطبيق فورًا إمكانية الوصول إلى ${provider}.`,
  disconnectStops: (provider) => `سيفقد هذا التطبيق فورًا إمكانية الوصول إلى ${provider}. ويتوقف ما يلي:`,
  stopsLabel: 'ما يتوقف',
  stopsChannel: (channel) => `مزامنة قناة البيع ${channel}`,
  salesKept: 'تبقى كل المبيعات التي جُلبت محفوظة. اربط الشركة نفسها من جديد للمتابعة.',
};
