import { ProblemError } from './problem-error.ts';
import type { World } from './world/world.ts';

/**
 * The first answer again for a repeated request; otherwise runs the operation and keeps what it answers. Throws
 * `idempotency_conflict` for a key that came with another request.
 */
export function answerOnce(world: World, key: string, request: string, run: () => unknown): unknown {
  const kept = world.keptAnswers.get(key);
  if (kept && kept.request !== request) throw new ProblemError('idempotency_conflict');
  if (kept) return kept.answer;
  const answer = run();
  world.keptAnswers.set(key, { request, answer });
  return answer;
}
