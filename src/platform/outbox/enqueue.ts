import type { Payload, PayloadRequest } from 'payload';
import { now } from '../clock';

export interface OutboxMessage {
  payload: Payload;
  /** The request whose transaction writes the change: row and change are committed together. */
  req: PayloadRequest;
  topic: string;
  /** Effects with the same key are done in order (a material's identifier or id). */
  key: string;
  data: Record<string, unknown>;
  /** Not before this moment. */
  availableAt?: Date;
}

/** Asks the worker for an effect outside the database, in the caller's transaction. */
export async function enqueue(message: OutboxMessage): Promise<void> {
  const { payload, req, topic, key, data, availableAt } = message;
  await payload.create({
    collection: 'outbox',
    data: {
      topic,
      key,
      data,
      status: 'pending',
      attempts: 0,
      availableAt: (availableAt ?? now()).toISOString(),
    },
    req,
    depth: 0,
  });
}
