import type { Messages } from '../messages.ts';

const named = (what: string | null) => (what === null ? '' : ` ${what}`);
const company = (what: string | null) => what ?? 'إحدى الشركات';

// Nouns rather than verbs, which would need to know whether a man or a woman did it.
export const activityMessages: Messages['activity'] = {
  open: 'النشاط',
  title: 'النشاط',
  text: 'من غيّر الاتصالات وقنوات البيع والمبيعات اليدوية، الأحدث أولًا.',
  listLabel: 'النشاط، الأحدث أولًا',
  actions: {
    sales_tracking_enabled: (who) => `${who}: تشغيل تتبّع المبيعات`,
    sales_tracking_disabled: (who) => `${who}: إيقاف تتبّع المبيعات`,
    connection_connected: (who, what) => `${who}: ربط ${company(what)}`,
    connection_reconnected: (who, what) => `${who}: إعادة ربط ${company(what)}`,
    connection_disconnected: (who, what) => `${who}: فصل ${company(what)}`,
    channel_created: (who, what) => `${who}: ربط قناة البيع${named(what)}`,
    channel_activated: (who, what) => `${who}: تنشيط قناة البيع${named(what)}`,
    channel_deactivated: (who, what) => `${who}: تعطيل قناة البيع${named(what)}`,
    channel_removed: (who, what) => `${who}: إزالة قناة البيع${named(what)}`,
    initial_sync_date_moved: (who, what) =>
      what === null ? `${who}: نقل تاريخ البدء` : `${who}: نقل تاريخ بدء ${what}`,
    sync_requested: (who, what) => (what === null ? `${who}: بدء مزامنة` : `${who}: بدء مزامنة ${what}`),
    manual_sale_created: (who, what) => `${who}: إنشاء عملية البيع اليدوية${named(what)}`,
    manual_sale_changed: (who, what) => `${who}: تعديل عملية البيع اليدوية${named(what)}`,
    manual_sale_voided: (who, what) => `${who}: إلغاء عملية البيع اليدوية${named(what)}`,
    unknown: (who, what) =>
      `${who}: إجراء أحدث من هذه الصفحة فلا تعرف اسمه${what === null ? '' : ` (${what})`}`,
  },
  more: 'عرض النشاط الأقدم',
  moreFailed: 'تعذّر تحميل النشاط الأقدم',
  emptyTitle: 'لم يحدث شيء بعد',
  emptyText: 'كل ما يُغيَّر هنا من الآن يظهر مع اسم من غيّره ووقته.',
  failedTitle: 'تعذّر تحميل النشاط',
};
