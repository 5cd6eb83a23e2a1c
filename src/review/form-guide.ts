import type { PayloadRequest } from 'payload';
import { demandedFields } from './conditions';
import type { Dossier, LicenceRow } from './dossier';
import { licenceChoices } from './licence-choices';
import type { GuidedWorkbenchView } from './view-models';

/** What the forms of a material mark and propose. Whoever calls it may see the material. */
export async function formGuide(
  req: PayloadRequest,
  dossier: Dossier,
): Promise<Pick<GuidedWorkbenchView, 'demanded' | 'licenceChoices'>> {
  const found = await req.payload.find({
    collection: 'licences',
    where: { active: { not_equals: false } },
    sort: 'order',
    depth: 0,
    pagination: false,
    overrideAccess: false,
    user: req.user,
  });
  const licences = found.docs as unknown as LicenceRow[];
  const rows = dossier.rights ? [dossier.rights, ...dossier.components] : dossier.components;
  return {
    demanded: demandedFields(dossier),
    licenceChoices: Object.fromEntries(
      rows.map((row) => [row.id, licenceChoices(dossier, row, licences)]),
    ),
  };
}
