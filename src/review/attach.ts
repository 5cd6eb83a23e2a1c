import type { PayloadRequest } from 'payload';

/** Puts a stored file on its material as a further item, as the person of the request. */
export async function attachFile(input: {
  req: PayloadRequest;
  materialId: string;
  fileId: string;
  role: string;
}): Promise<void> {
  const { req, materialId, fileId, role } = input;
  const material = await req.payload.findByID({
    collection: 'materials',
    id: materialId,
    depth: 0,
    overrideAccess: false,
    user: req.user,
    req,
  });
  await req.payload.update({
    collection: 'materials',
    id: materialId,
    data: { items: [...(material.items ?? []), { file: fileId, role: role as 'main' }] },
    depth: 0,
    overrideAccess: false,
    user: req.user,
    req,
  });
}

/** Puts a stored document on its rights record as a further row of evidence. */
export async function attachEvidence(input: {
  req: PayloadRequest;
  rightsId: string;
  evidenceId: string;
  kind?: string;
  number?: string;
  date?: string;
  issuer?: string;
}): Promise<void> {
  const { req, rightsId, evidenceId, kind, number, date, issuer } = input;
  const record = await req.payload.findByID({
    collection: 'rights-records',
    id: rightsId,
    depth: 0,
    overrideAccess: false,
    user: req.user,
    req,
  });
  await req.payload.update({
    collection: 'rights-records',
    id: rightsId,
    data: {
      evidence: [
        ...(record.evidence ?? []),
        { document: evidenceId, kind: kind as 'other' | undefined, number, date, issuer },
      ],
    },
    depth: 0,
    overrideAccess: false,
    user: req.user,
    req,
  });
}
