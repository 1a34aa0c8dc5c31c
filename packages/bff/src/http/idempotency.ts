import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Database as Connection } from '../database.ts';
import { DomainError } from '../domain-error.ts';
import { isDuplicateKey } from '../database.ts';
import type { Session } from '../session/session.ts';

interface KeyDocument {
  _id: string;
  inputHash: string;
  /** Tells whose attempt it is, as one that seemed dead may still end. */
  owner: string;
  answer: string | null;
  createdAt: Date;
}

/** What tells a repetition of a request that carries an idempotency key, and that it asks for the same. Both are hashes. */
export interface RequestMark {
  key: string;
  input: string;
}

interface Once {
  session: Session;
  key: string | undefined;
  operation: string;
  input: unknown;
}

const ABANDONED_MS = 60_000;

export type Idempotency = ReturnType<typeof createIdempotency>;

/** Remembers for a day what a request with an idempotency key was answered, so that repeating it is safe. */
export function createIdempotency(connection: Connection) {
  const keys = connection.collection<KeyDocument>('idempotencyKeys');

  return {
    async prepare(): Promise<void> {
      await connection.createCollection('idempotencyKeys').catch(() => undefined);
      await keys.createIndex({ createdAt: 1 }, { expireAfterSeconds: 24 * 3600 });
    },

    /**
     * Runs `work` once a key: a repetition gets the first answer, another input under the same key is refused. A process that
     * ends before its answer is kept lets `work` run again, with the same mark.
     */
    async once<T>(
      { session, key, operation, input }: Once,
      work: (mark: RequestMark | null) => Promise<T>,
    ): Promise<T> {
      if (key === undefined) return work(null);
      const _id = hash([session.business.id, session.user.id, operation, key]);
      const inputHash = hash(input);
      for (let attempt = 0; attempt < 50; attempt += 1) {
        const owner = randomUUID();
        if (await begin({ _id, inputHash, owner }))
          return finish({ _id, owner }, () => work({ key: _id, input: inputHash }));
        const known = await keys.findOne({ _id });
        if (known && known.inputHash !== inputHash) break;
        if (known?.answer) return JSON.parse(known.answer) as T;
        await delay(known ? 100 : 0);
      }
      throw new DomainError('idempotency_conflict');
    },
  };

  /** False when the key is in use. One whose process died before it answered can be taken after a while. */
  async function begin(key: Pick<KeyDocument, '_id' | 'inputHash' | 'owner'>): Promise<boolean> {
    await keys.deleteOne({
      _id: key._id,
      answer: null,
      createdAt: { $lt: new Date(Date.now() - ABANDONED_MS) },
    });
    try {
      await keys.insertOne({ ...key, answer: null, createdAt: new Date() });
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  async function finish<T>(own: Pick<KeyDocument, '_id' | 'owner'>, work: () => Promise<T>): Promise<T> {
    try {
      const answer = await work();
      await keys.updateOne(own, { $set: { answer: JSON.stringify(answer) } });
      return answer;
    } catch (error) {
      await keys.deleteOne(own);
      throw error;
    }
  }
}

const hash = (value: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(value ?? null))
    .digest('base64url');
