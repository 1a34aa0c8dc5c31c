export { conformanceChecks } from './checks.ts';
export { describeApiConformance } from './describe-api-conformance.ts';
export type { Check } from './setting.ts';
export type {
  CompanyEntry,
  ConformanceBusiness,
  ConformanceSubject,
  SessionChange,
  SignInAnswer,
} from './subject.ts';
export { ALLOWED_ORIGIN, CONFORMANCE_PRODUCTS, MAX_LOOK_BACK_DAYS, USUAL_ENTITLEMENTS } from './subject.ts';
