import { describeApiConformance } from '@sales-channels/contract/conformance';
import { afterAll, beforeAll, inject } from 'vitest';
import { startConformanceSubject } from './testing/start-conformance-subject.ts';

let started: Awaited<ReturnType<typeof startConformanceSubject>>;
beforeAll(async () => {
  started = await startConformanceSubject(inject('mongodbUri'));
});
afterAll(() => started.stop());

describeApiConformance('the BFF', () => started.subject);
