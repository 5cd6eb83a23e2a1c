import type { PayloadRequest } from 'payload';
import { translate, type Lang } from '../../i18n/translate';

export interface NamedMaterial {
  id: string;
  identifier: string;
  title?: string | null;
  department: string;
  publicationStatus: 'none' | 'live' | 'withdrawn';
}

/** The materials a notice names, read as the system: whoever asks has been checked. */
export async function namedMaterials(
  req: Pick<PayloadRequest, 'payload'>,
  identifiers: string[],
  lang: Lang,
): Promise<NamedMaterial[]> {
  if (identifiers.length === 0) return [];
  const found = await req.payload.find({
    collection: 'materials',
    // A notice is about what was public; a draft that somebody guessed is none of it.
    where: {
      and: [
        { identifier: { in: [...new Set(identifiers)] } },
        { publicationStatus: { not_equals: 'none' } },
      ],
    },
    select: { identifier: true, title: true, department: true, publicationStatus: true },
    locale: lang,
    fallbackLocale: 'vi',
    depth: 0,
    pagination: false,
    overrideAccess: true,
  });
  return found.docs as unknown as NamedMaterial[];
}

/** Titles by identifier; what names none of ours has none. */
export async function titlesOf(
  req: Pick<PayloadRequest, 'payload'>,
  identifiers: string[],
  lang: Lang,
): Promise<Map<string, string>> {
  const found = await namedMaterials(req, identifiers, lang);
  return new Map(
    found.map(({ identifier, title }) => [
      identifier,
      title ?? translate(lang, 'workflow:untitled'),
    ]),
  );
}
