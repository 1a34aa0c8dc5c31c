import type { Messages } from '../messages.ts';
import { plural } from './plural.ts';

export const problemMessages: Messages['problems'] = {
  invalid_request: 'في النموذج ما ليس صحيحًا. راجع الحقول المعلَّمة.',
  unsupported_channel_type: 'هذا النوع من القنوات غير متاح بعد.',
  return_to_not_allowed: 'لا يُسمح بالعودة إلى هذه الصفحة بعد تسجيل الدخول. أبلغ القائمين على هذا التطبيق.',
  unauthenticated: 'تعذّر التحقق من جلستك. أعد تحميل الصفحة أو سجّل الدخول من جديد.',
  session_expired: 'انتهت جلستك. أعد تحميل الصفحة أو سجّل الدخول من جديد.',
  origin_not_allowed: 'لا يُسمح باستخدام قنوات البيع من هذا العنوان. أبلغ القائمين على هذا التطبيق.',
  forbidden: 'ليست لديك صلاحية لهذا. اسأل مسؤول حسابك.',
  plan_required: (problem) =>
    problem?.requiredPlan === undefined
      ? 'باقتك لا تشمل هذا.'
      : `باقتك لا تشمل هذا، أما باقة ${problem.requiredPlan} فتشمله.`,
  not_in_plan: (problem) =>
    'لا مكان لهذه القناة في باقتك.' +
    (problem?.requiredPlan === undefined ? '' : ` باقة ${problem.requiredPlan} تتسع لها.`),
  connection_limit_reached: (problem) =>
    (problem?.limit === undefined
      ? 'باقتك لا تسمح باتصال محاسبي آخر.'
      : plural(problem.limit, {
          zero: 'باقتك لا تسمح بأي اتصال محاسبي.',
          one: 'باقتك تسمح باتصال محاسبي واحد.',
          two: 'باقتك تسمح باتصالين محاسبيين.',
          few: `باقتك تسمح بـ ${problem.limit} اتصالات محاسبية.`,
          many: `باقتك تسمح بـ ${problem.limit} اتصالًا محاسبيًا.`,
          other: `باقتك تسمح بـ ${problem.limit} اتصال محاسبي.`,
        })) + (problem?.requiredPlan === undefined ? '' : ` باقة ${problem.requiredPlan} تسمح بالمزيد.`),
  not_found: 'لم يعد موجودًا. أعد التحميل لترى ما هو موجود.',
  prerequisite_missing: (problem) => problem?.detail ?? 'يجب إعداد شيء آخر أولًا.',
  sales_tracking_disabled: 'تتبّع المبيعات متوقف. شغّله أولًا.',
  channel_exists: 'لهذا الاتصال قناة بيع بالفعل.',
  connection_unavailable: 'لا يمكن استخدام الاتصال الآن. أعد الاتصال ثم حاول مرة أخرى.',
  company_in_use: 'هذه الشركة مرتبطة بحساب آخر. افصلها هناك أولًا.',
  company_mismatch: (problem) => {
    if (!problem?.companies) return 'اختيرت شركة غير الشركة المتصلة هنا. اختر الشركة نفسها.';
    const { connected, picked, pickedRealmId } = problem.companies;
    return (
      `هذا الاتصال خاص بشركة ${connected}، وقد اخترت ${picked ?? 'شركة أخرى'} ` +
      `(معرّف الشركة ${pickedRealmId}). سجّل الدخول من جديد واختر ${connected}.`
    );
  },
  reconnect_required: 'يلزم أن تسجّل الدخول إلى QuickBooks Online من جديد.',
  access_lost:
    'لم يعد QuickBooks Online يسمح بالوصول إلى هذه الشركة. تحقّق هناك من الاشتراك ومن المستخدم، ثم زامن من جديد.',
  wrong_environment: 'تنتمي هذه الشركة إلى بيئة من QuickBooks Online غير التي يستخدمها هذا التطبيق.',
  connection_of_host: 'يُدار هذا الاتصال في مكان آخر من هذا التطبيق. غيّره حيث يحفظ التطبيق اتصالاته.',
  manual_channel_fixed: 'قناة «يدوي» موجودة دائمًا. لا يمكن تعطيلها ولا إزالتها.',
  channel_has_sales: 'لهذه القناة مبيعات فلا يمكن إزالتها. عطّلها بدلًا من ذلك.',
  channel_inactive: 'القناة غير نشطة فلا تُزامَن.',
  sync_in_progress: 'هناك مزامنة جارية بالفعل.',
  initial_sync_date_locked: 'بعد أول مزامنة لا يمكن إلا تقديم تاريخ البدء.',
  sale_imported: 'تُعدَّل المبيعات المستوردة في مصدرها، لا هنا.',
  sale_voided: 'هذه العملية ملغاة فلا يمكن تعديلها.',
  idempotency_conflict: 'سبق طلب هذا بطريقة أخرى. أغلق وابدأ من جديد.',
  authorization_denied: 'رُفض تسجيل الدخول فلم يُربط شيء. حاول مرة أخرى عندما تكون مستعدًا.',
  authorization_expired: 'استغرق تسجيل الدخول وقتًا طويلًا وانتهت صلاحيته. ابدأ من جديد.',
  payload_too_large: 'هذا كثير دفعة واحدة. اختصره وحاول مرة أخرى.',
  unsupported_media_type: 'رُفض الطلب. أعد تحميل الصفحة وحاول مرة أخرى.',
  budget_reached:
    'استُنفدت طلبات هذا الشهر إلى QuickBooks Online. تُستأنف المزامنة تلقائيًا مع بداية الشهر القادم.',
  provider_busy: 'QuickBooks Online مشغول. حاول لاحقًا.',
  provider_failed:
    'رفض QuickBooks Online الطلب. حاول مرة أخرى؛ وإن استمر ذلك فأبلغ القائمين على هذا التطبيق.',
  products_unavailable: 'البحث عن المنتجات لا يستجيب. حاول مرة أخرى أو أدخل المنتج نصًا.',
  internal: 'حدث خطأ من جانبنا. حاول مرة أخرى بعد قليل.',
  network: 'لا يوجد اتصال بالخادم. تحقّق من شبكتك ثم حاول مرة أخرى.',
  timeout: 'تأخر الخادم كثيرًا في الرد. حاول مرة أخرى بعد قليل.',
  unexpected_response: 'أعطى الخادم ردًا لا يمكن قراءته. أعد تحميل الصفحة؛ فربما صدر تحديث.',
  other: 'حدث خطأ ما. حاول مرة أخرى بعد قليل.',
};
