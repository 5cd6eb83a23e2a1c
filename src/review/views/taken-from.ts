import type { PayloadRequest } from 'payload';
import type { Lang } from '../../i18n/translate';
import { readInterview } from '../../rights/interview/stored-interview';
import type { RightsRow } from '../dossier';
import type { WorkbenchView } from '../view-models';

/** Which material a claim was taken over from: named to those alone who may see that one. */
export async function takenFromOf(
  req: PayloadRequest,
  rights: RightsRow | null,
  lang: Lang,
): Promise<WorkbenchView['takenFrom']> {
  const id = readInterview(rights?.interview)?.takenFrom;
  if (!id) return null;
  const { docs } = await req.payload.find({
    collection: 'materials',
    where: { id: { equals: id } },
    select: { title: true },
    locale: lang,
    fallbackLocale: 'vi',
    limit: 1,
    depth: 0,
    overrideAccess: false,
    user: req.user,
  });
  return { title: docs[0]?.title ?? null };
}
