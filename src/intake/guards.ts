import type { Payload, PayloadRequest, TypedUser } from 'payload';

/** Where an upload belongs. */
export interface UploadTarget {
  departmentId: string;
  /** Absent: a file of the person's own department that no material holds yet. */
  materialId?: string;
}

export interface EvidenceDetails {
  kind?: string;
  number?: string;
  /** YYYY-MM-DD */
  date?: string;
  issuer?: string;
}

interface Asked {
  payload: Payload;
  user: TypedUser;
  /** Inside a transaction: look with this request. */
  req?: PayloadRequest;
}

/**
 * What intake must be told by the rooms that know materials and rights, whose rules it does not
 * import. Each throws AppError (`forbidden`, `not_found`, `content_locked` …) instead of answering
 * no. Targets are asked for before a byte is received and again in the transaction that stores the
 * row.
 */
export interface IntakeGuards {
  fileTarget(asked: Asked & { materialId?: string; role: string }): Promise<UploadTarget>;
  evidenceTarget(
    asked: Asked & { rightsId: string },
  ): Promise<{ departmentId: string; materialId: string }>;
  attachFile(args: {
    req: PayloadRequest;
    materialId: string;
    fileId: string;
    role: string;
  }): Promise<void>;
  attachEvidence(
    args: { req: PayloadRequest; rightsId: string; evidenceId: string } & EvidenceDetails,
  ): Promise<void>;
  /** The document as this person may read it (`overrideAccess: false`), at depth 0. */
  mayRead(
    asked: Asked & { collection: 'files' | 'evidence'; id: string },
  ): Promise<Record<string, unknown>>;
}
