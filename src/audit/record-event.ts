import type { PayloadRequest } from 'payload';
import { now } from '../platform/clock';
import type { AuditAction } from './actions';

export interface AuditEntry {
  /** The request whose transaction writes the change that is recorded. */
  req: PayloadRequest;
  action: AuditAction;
  /** `<collection>/<id>`. */
  subject: string;
  detail?: Record<string, unknown>;
  /** Where the request does not say it yet: while a person signs in. */
  actor?: { id: string; name?: string | undefined };
}

/** Adds an event to the audit trail in the transaction it records; the worker seals it. */
export async function recordEvent(entry: AuditEntry): Promise<void> {
  const { req, action, subject, detail } = entry;
  const user = entry.actor ?? (req.user as { id: string; name?: string } | null);
  await req.payload.create({
    collection: 'audit-events',
    data: {
      at: now().toISOString(),
      action,
      actor: user?.id ?? null,
      actorName: user?.name ?? null,
      subject,
      detail: detail ?? null,
    },
    req,
    depth: 0,
  });
}
