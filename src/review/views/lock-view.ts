import type { PayloadRequest } from 'payload';
import { translate, type Lang } from '../../i18n/translate';
import { writableMaterial } from '../content-lock';
import type { Dossier } from '../dossier';
import type { Person } from '../people';
import type { Role } from '../states';

/** Who may open a revision of what is or was public. */
const REVISERS: readonly Role[] = ['contributor', 'manager', 'editor'];

/** Why the content is closed to this person, and what opens it where they may. */
function lockText({ material }: Dossier, person: Person, lang: Lang): string {
  const { state, publicationStatus } = material;
  if (state === 'published' && REVISERS.includes(person.role)) {
    const withdrawn = publicationStatus === 'withdrawn';
    return translate(lang, withdrawn ? 'workflow:why.lockedWithdrawn' : 'workflow:why.lockedLive');
  }
  const status = translate(lang, `workflow:publicationStatuses.${publicationStatus}`);
  const stands = translate(lang, `workflow:states.${state}`);
  const shown = state === 'published' && publicationStatus === 'withdrawn' ? status : stands;
  return translate(lang, 'workflow:why.locked', { state: shown });
}

/** Writable now, and if not, why. */
export async function lock(
  req: PayloadRequest,
  materialId: string,
  { dossier, person, lang }: { dossier: Dossier; person: Person; lang: Lang },
) {
  try {
    await writableMaterial({ payload: req.payload, user: req.user as never, materialId });
    return { writable: true, writableWhy: null };
  } catch (error) {
    const { code } = error as { code?: string };
    if (code !== 'content_locked') throw error;
    return { writable: false, writableWhy: lockText(dossier, person, lang) };
  }
}
