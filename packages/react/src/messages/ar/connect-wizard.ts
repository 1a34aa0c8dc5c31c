import type { Messages } from '../messages.ts';
import { plural } from './plural.ts';

export const connectWizardMessages: Messages['connectWizard'] = {
  title: 'ربط قناة بيع',
  stepsLabel: 'الخطوات',
  stepSource: 'المصدر',
  stepStartDate: 'تاريخ البدء',
  stepDone: 'تم',
  stepOf: (step, steps) => `الخطوة ${step} من ${steps}`,
  stepComplete: 'مكتملة',

  sourceTitle: 'من أين تأتي مبيعاتك؟',
  accountingText: 'الفواتير وإيصالات البيع والإشعارات الدائنة',
  connectionTitle: 'الاتصال المحاسبي',
  connectionsFailed: 'تعذّر تحميل اتصالاتك',
  connected: 'متصل',
  obstacles: {
    has_channel: 'لديه قناة بيع بالفعل',
    reconnect_required: 'يلزم تسجيل الدخول',
    disconnected: 'مفصول',
    unknown: 'أحدث من هذه الصفحة',
  },
  reconnect: 'إعادة الاتصال',
  reconnectFor: (company) => `إعادة الاتصال بـ ${company}`,
  noneTitle: (provider) => `اربط ${provider} أولًا`,
  noneText: (provider) =>
    `تأتي مبيعاتك من دفاترك. سجّل الدخول إلى ${provider} مرة واحدة؛ ولن يُستورد شيء حتى تختار تاريخ البدء.`,
  connect: (provider) => `ربط ${provider}`,
  connectAnother: (provider) => `ربط شركة أخرى من ${provider}`,
  allTaken: 'لكل اتصال لديك قناة بيع بالفعل.',
  limit: (count, written) =>
    plural(count, {
      zero: 'باقتك لا تسمح بأي اتصال محاسبي.',
      one: 'باقتك تسمح باتصال محاسبي واحد.',
      two: 'باقتك تسمح باتصالين محاسبيين.',
      few: `باقتك تسمح بـ ${written} اتصالات محاسبية.`,
      other: `باقتك تسمح بـ ${written} اتصالًا محاسبيًا.`,
    }),
  limitPlan: (plan) => `باقة ${plan} تسمح بالمزيد.`,
  connectionGone: 'لم يعد الاتصال الذي اخترته متاحًا. اختر غيره.',
  continue: 'متابعة',

  startDateTitle: 'منذ متى؟',
  dateLabel: 'تاريخ المزامنة الأولى',
  dateHint: 'يمكنك تقديمه في أي وقت. بعد أول مزامنة لا يمكن تأخيره.',
  presetsLabel: 'تواريخ جاهزة',
  presets: {
    this_year: 'هذا العام',
    last_30_days: '30 يومًا',
    last_90_days: '90 يومًا',
    last_12_months: '12 شهرًا',
    all: 'الكل',
  },
  presetEarliest: 'الأقدم',
  dateFaults: {
    missing: () => 'اختر تاريخًا.',
    impossible: () => 'هذا التاريخ غير موجود. استخدم تاريخًا حقيقيًا.',
    future: () => 'هذا التاريخ في المستقبل. استخدم تاريخ اليوم أو تاريخًا أسبق.',
    too_early: (earliest) => `هذا التاريخ مبكر جدًا. أقدم تاريخ ممكن هو ${earliest}.`,
  },
  willImport: (date, company) => `ستُستورد مبيعات ${company} المؤرخة في ${date} أو بعده.`,
  willImportAll: (company) => `ستُستورد كل مبيعات ${company} أيًا كان تاريخها.`,
  counting: 'جارٍ عدّ المستندات…',
  previewSales: (count, written) =>
    plural(count, {
      one: 'عملية بيع واحدة تقريبًا',
      two: 'عمليتا بيع تقريبًا',
      few: `نحو ${written} عمليات بيع`,
      other: `نحو ${written} عملية بيع`,
    }),
  previewNone: 'لا مبيعات بعد من هذا التاريخ',
  previewCalls: (count, written) =>
    plural(count, {
      one: 'طلب واحد إلى المزوّد',
      two: 'طلبان إلى المزوّد',
      few: `${written} طلبات إلى المزوّد`,
      other: `${written} طلبًا إلى المزوّد`,
    }),
  previewTime: (duration) => `~${duration}`,
  previewFailed: 'تعذّر عدّ المبيعات. يمكنك المتابعة بدون ذلك.',
  startSync: 'بدء المزامنة الأولى الآن',
  submit: 'ربط',

  refusedTitle: 'لم تُربط القناة',
  changedText: 'تغيّر شيء في هذه الأثناء. اختر من جديد أدناه.',

  doneTitle: (company) => `تم ربط ${company}`,
  syncingText: 'جارٍ جلب مبيعاتك. يمكنك إغلاق هذه النافذة؛ وستستمر المزامنة.',
  notSyncedText: 'لم تُجلب أي مبيعات بعد. ابدأ المزامنة الأولى عندما تكون مستعدًا.',
  syncedText: 'مبيعاتك هنا. من الآن لن يُجلب إلا الجديد والمعدّل.',
  syncedWithErrorsText: 'مبيعاتك هنا ما عدا المذكور أدناه. ستُعاد المحاولة في المزامنة القادمة.',
  failedText: 'القناة موجودة لكن مزامنتها الأولى لم تكتمل.',
  syncNow: 'مزامنة الآن',
  finish: 'تم',

  closeTitle: 'الخروج دون ربط؟',
  closeText: 'لن يُحفظ ما اخترته هنا، ولن تُنشأ أي قناة.',
  leave: 'خروج',
  stay: 'البقاء هنا',
};
