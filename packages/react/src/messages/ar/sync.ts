import type { Messages } from '../messages.ts';
import { plural } from './plural.ts';

export const syncMessages: Messages['sync'] = {
  progressLabel: (channel) => `تقدّم مزامنة ${channel}`,
  waiting: 'تبدأ بعد قليل…',
  counting: 'جارٍ عدّ المستندات…',
  changes: 'جارٍ البحث عن التغييرات…',
  comparing: 'جارٍ المقارنة مع QuickBooks Online…',
  verifying: 'جارٍ التحقّق…',
  doneOf: (done, total) => `${done} من ${total}`,
  doneSoFar: (count, written) =>
    plural(count, {
      zero: 'لا مستندات حتى الآن',
      one: 'مستند واحد حتى الآن',
      two: 'مستندان حتى الآن',
      few: `${written} مستندات حتى الآن`,
      many: `${written} مستندًا حتى الآن`,
      other: `${written} مستند حتى الآن`,
    }),
  timeLeft: (duration) => `بقي نحو ${duration}`,
  created: (written) => `جديد: ${written}`,
  updated: (written) => `محدَّث: ${written}`,
  voided: (written) => `ملغى: ${written}`,
  unchanged: (written) => `محدَّث مسبقًا: ${written}`,
  errors: (count, written) =>
    plural(count, {
      zero: 'لا أخطاء',
      one: 'خطأ واحد',
      two: 'خطآن',
      few: `${written} أخطاء`,
      many: `${written} خطأً`,
      other: `${written} خطأ`,
    }),
  verified: (stored, expected) => `تم التحقّق من ${stored} من ${expected}`,
  fewer: (count, written) =>
    plural(count, {
      zero: 'دون نقص',
      one: 'أقل بمستند واحد',
      two: 'أقل بمستندين',
      few: `أقل بـ ${written} مستندات`,
      many: `أقل بـ ${written} مستندًا`,
      other: `أقل بـ ${written} مستند`,
    }),
  more: (count, written) =>
    plural(count, {
      zero: 'دون زيادة',
      one: 'أكثر بمستند واحد',
      two: 'أكثر بمستندين',
      few: `أكثر بـ ${written} مستندات`,
      many: `أكثر بـ ${written} مستندًا`,
      other: `أكثر بـ ${written} مستند`,
    }),
  differs: (difference, provider) => `${difference} مما يعدّه ${provider}`,
  finished: (channel, result) => `انتهت مزامنة ${channel}: ${result}`,
  failed: (channel) => `فشلت مزامنة ${channel}`,
  errorsTitle: 'مستندات تعذّر استيرادها',
  errorItem: (number, reason) => `${number}: ${reason}`,
  noNumber: 'بلا رقم',
};
