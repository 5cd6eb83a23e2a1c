import type { PayloadRequest } from 'payload';
import { translate, translateIfKnown, type Key, type Lang } from '../../i18n/translate';
import {
  CREATOR_ROLES,
  ITEM_ROLES,
  TERM_SCHEMES,
  type TermScheme,
} from '../../platform/code-lists';
import { acceptedExtensions } from '../../intake/kinds';
import { getEnv } from '../../platform/env';
import { BASIS_REQUIREMENTS } from '../../rights/basis-requirements';
import { CODE_LISTS } from '../../rights/types';
import { basisGuide } from '../basis-guide';
import { PERSON_REASONS, reasonsFor } from '../states';
import type { ReferenceView } from '../view-models';

interface TermRow {
  id: string;
  scheme: TermScheme;
  code: string;
  label: string;
  broader?: string | null;
}

function codeLists(lang: Lang): ReferenceView['codes'] {
  const lists: ReferenceView['codes'] = {};
  for (const [list, codes] of Object.entries(CODE_LISTS)) {
    lists[list] = codes.map((code) => ({
      code,
      label: translateIfKnown(lang, `rights:codes.${list}.${code}`) ?? code,
    }));
  }
  lists.basis = (lists.basis ?? []).map((entry) => {
    const { article } = BASIS_REQUIREMENTS[entry.code as keyof typeof BASIS_REQUIREMENTS] as {
      article?: string;
    };
    const hint = article ? translateIfKnown(lang, `rights:articles.${article}`) : undefined;
    return hint ? { ...entry, hint } : entry;
  });
  const listed = (codes: readonly string[], key: (code: string) => string) =>
    codes.map((code) => ({ code, label: translate(lang, key(code) as Key) }));
  lists.reasons = listed(PERSON_REASONS, (code) => `workflow:reasons.${code}`);
  lists.withdrawReasons = listed(reasonsFor('withdraw'), (code) => `workflow:reasons.${code}`);
  lists.itemRoles = listed(ITEM_ROLES, (code) => `collections:itemRoles.${code}`);
  lists.creatorRoles = listed(CREATOR_ROLES, (code) => `collections:creatorRoles.${code}`);
  return lists;
}

/** Choices for the forms, labels in the reader's language. */
export async function referenceView(req: PayloadRequest, lang: Lang): Promise<ReferenceView> {
  const read = async (collection: 'terms' | 'licences' | 'departments', where = {}) =>
    (
      await req.payload.find({
        collection,
        where,
        sort: 'order',
        depth: 0,
        locale: lang,
        fallbackLocale: 'vi',
        pagination: false,
        overrideAccess: false,
        user: req.user,
      })
    ).docs as unknown[];
  const terms = Object.fromEntries(
    TERM_SCHEMES.map((scheme) => [scheme, []]),
  ) as unknown as ReferenceView['terms'];
  for (const { id, scheme, code, label, broader } of (await read('terms')) as TermRow[]) {
    terms[scheme].push({ id, code, label, broader: broader ?? null });
  }
  const licences = (await read('licences', {
    active: { not_equals: false },
  })) as ReferenceView['licences'];
  const departments = (await read('departments', {
    active: { not_equals: false },
  })) as ReferenceView['departments'];
  return {
    lang,
    terms,
    licences: licences.map(({ id, code, version, label, kind, permits, url, summary }) => ({
      id,
      code,
      version,
      label,
      kind,
      permits,
      url: url ?? null,
      summary: summary ?? null,
    })),
    departments: departments.map(({ id, code, name, kind }) => ({ id, code, name, kind })),
    codes: codeLists(lang),
    bases: basisGuide(),
    accepts: {
      content: acceptedExtensions('content'),
      evidence: acceptedExtensions('evidence'),
    },
    maxUploadBytes: getEnv().maxUploadBytes,
    sendsMail: getEnv().smtpUrl !== undefined,
  };
}
