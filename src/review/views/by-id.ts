import type { PayloadRequest } from 'payload';
import type { Lang } from '../../i18n/translate';

export type Named = 'departments' | 'evidence' | 'files' | 'licences' | 'materials' | 'terms';

/**
 * Some fields of the rows that others name, by id, read as the system: whoever asks has checked that
 * the person may see what names them.
 */
export async function byId<T extends { id: string }>(
  req: PayloadRequest,
  input: {
    collection: Named;
    ids: (string | null | undefined)[];
    select: Record<string, true>;
    lang: Lang;
  },
): Promise<Map<string, T>> {
  const wanted = [...new Set(input.ids.filter((id): id is string => typeof id === 'string'))];
  if (wanted.length === 0) return new Map();
  const found = await req.payload.find({
    collection: input.collection,
    where: { id: { in: wanted } },
    select: input.select as never,
    locale: input.lang,
    fallbackLocale: 'vi',
    depth: 0,
    pagination: false,
    overrideAccess: true,
  });
  return new Map((found.docs as unknown as T[]).map((row) => [row.id, row]));
}
