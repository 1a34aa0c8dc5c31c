import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Connection } from 'mongoose';
import { DomainError } from '../domain-error.ts';
import { isDuplicateKey } from '../database.ts';
import type { Session } from '../session/session.ts';

interface KeyDocument {
  _id: string;
  inputHash: string;
  answer: string | null;
  createdAt: Date;
}

interface Once {
  session: Session;
  key: string | undefined;
  operation: string;
  input: unknown;
}

export type Idempotency = ReturnType<typeof createIdempotency>;

/** Remembers for a day what a request with an idempotency key was answered, so that repeating it is safe. */
export function createIdempotency(connection: Connection) {
  const keys = connection.collection<KeyDocument>('idempotencyKeys');

  return {
    async prepare(): Promise<void> {
      await connection.createCollection('idempotencyKeys').catch(() => undefined);
      await keys.createIndex({ createdAt: 1 }, { expireAfterSeconds: 24 * 3600 });
    },

    /** Runs `work` once a key: a repetition gets the first answer, another input under the same key is refused. */
    async once<T>({ session, key, operation, input }: Once, work: () => Promise<T>): Promise<T> {
      if (key === undefined) return work();
      const _id = hash([session.business.id, session.user.id, operation, key]);
      const inputHash = hash(input);
      try {
        await keys.insertOne({ _id, inputHash, answer: null, createdAt: new Date() });
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        return answered<T>(_id, inputHash);
      }
      try {
        const answer = await work();
        await keys.updateOne({ _id }, { $set: { answer: JSON.stringify(answer) } });
        return answer;
      } catch (error) {
        await keys.deleteOne({ _id });
        throw error;
      }
    },
  };

  async function answered<T>(_id: string, inputHash: string): Promise<T> {
    for (let attempt = 0; attempt < 50; attempt += 1) {
      const known = await keys.findOne({ _id });
      if (!known || known.inputHash !== inputHash) break;
      if (known.answer !== null) return JSON.parse(known.answer) as T;
      await delay(100);
    }
    throw new DomainError('idempotency_conflict');
  }
}

const hash = (value: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(value ?? null))
    .digest('base64url');
