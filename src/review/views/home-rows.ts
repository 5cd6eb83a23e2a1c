import type { PayloadRequest, Where } from 'payload';
import type { Lang } from '../../i18n/translate';
import type { PublicationStatus, WorkingState } from '../states';

/** The fields of a material that the home page shows. */
export interface HomeRow {
  id: string;
  title?: string | null;
  state: WorkingState;
  publicationStatus: PublicationStatus;
  stepSince?: string | null;
  scheduledAt?: string | null;
  updatedAt: string;
}

export const sinceOf = (row: HomeRow): string => row.stepSince ?? row.updatedAt;

/** The first materials that the person may see of those wanted, and how many there are. */
export async function readMaterials(
  req: PayloadRequest,
  wanted: { where: Where; limit: number; sort?: string; lang: Lang },
): Promise<{ rows: HomeRow[]; total: number }> {
  const found = await req.payload.find({
    collection: 'materials',
    where: wanted.where,
    select: {
      title: true,
      state: true,
      publicationStatus: true,
      stepSince: true,
      scheduledAt: true,
      updatedAt: true,
    },
    sort: wanted.sort ?? 'stepSince',
    limit: wanted.limit,
    depth: 0,
    locale: wanted.lang,
    fallbackLocale: 'vi',
    overrideAccess: false,
    user: req.user,
  });
  return { rows: found.docs as unknown as HomeRow[], total: found.totalDocs };
}
