import type { PayloadRequest } from 'payload';
import { translate, translateIfKnown, type Lang } from '../../i18n/translate';
import { personOf } from '../../review/people';

interface Name {
  subjectLabel: string;
  href: string | null;
}

const NAMED = {
  materials: { field: 'title', href: (id: string) => `/admin/hoc-lieu/${id}` },
  users: { field: 'name', href: (id: string) => `/admin/collections/users/${id}` },
  licences: { field: 'label', href: (id: string) => `/admin/collections/licences/${id}` },
  departments: { field: 'name', href: (id: string) => `/admin/collections/departments/${id}` },
  takedowns: { field: 'reference', href: (id: string) => `/admin/thong-bao-vi-pham/${id}` },
  portals: { field: 'name', href: (id: string) => `/admin/collections/portals/${id}` },
  terms: { field: 'label', href: (id: string) => `/admin/collections/terms/${id}` },
} as const;
type Named = keyof typeof NAMED;

const isNamed = (slug: string): slug is Named => slug in NAMED;

async function namesIn(
  req: PayloadRequest,
  slug: Named,
  ids: string[],
  lang: Lang,
): Promise<[string, Name][]> {
  const { field, href } = NAMED[slug];
  // An auditor reads of portals only what they are called.
  const nameOnly = slug === 'portals' && personOf(req.user)?.role !== 'administrator';
  const found = await req.payload.find({
    collection: slug,
    where: { id: { in: ids } },
    depth: 0,
    pagination: false,
    locale: lang,
    fallbackLocale: 'vi',
    overrideAccess: nameOnly,
    user: req.user,
  });
  return found.docs.map((doc) => {
    const name = (doc as unknown as Record<string, unknown>)[field];
    const label = typeof name === 'string' && name ? name : translate(lang, 'workflow:untitled');
    return [`${slug}/${doc.id}`, { subjectLabel: label, href: nameOnly ? null : href(doc.id) }];
  });
}

/** What `<collection>/<id>` is called now, for what this person may see; the rest by its kind. */
export async function subjectNames(
  req: PayloadRequest,
  subjects: string[],
  lang: Lang,
): Promise<Map<string, Name>> {
  const ids = new Map<string, Set<string>>();
  const names = new Map<string, Name>();
  for (const subject of subjects) {
    const [slug = '', id = ''] = subject.split('/');
    ids.set(slug, (ids.get(slug) ?? new Set()).add(id));
    const kind = translateIfKnown(lang, `admin:audit.subject.${slug}`);
    if (kind) names.set(subject, { subjectLabel: kind, href: null });
  }
  for (const [slug, own] of ids) {
    if (!isNamed(slug)) continue;
    for (const [subject, name] of await namesIn(req, slug, [...own], lang))
      names.set(subject, name);
  }
  return names;
}
