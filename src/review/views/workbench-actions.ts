import type { PayloadRequest } from 'payload';
import { translate, type Lang } from '../../i18n/translate';
import { hanoiDate } from '../../platform/clock';
import { presentOrAll, type Absence } from '../absence';
import { authorsOfDossier, type Dossier } from '../dossier';
import type { Person } from '../people';
import { ACTIONS, type Action } from '../states';
import type { TakedownHold } from '../takedown-hold';
import { ASKS_REASONS, refusal, type Situation } from '../transitions';
import type { ActionView, PersonView } from '../view-models';

/** In this order the one primary button is chosen among what the person may do. */
const PRIMARY: Action[] = [
  'submit',
  'endorse',
  'claim',
  'approve',
  'publish',
  'reinstate',
  'revise',
];
const NEEDS_COMPLETE: Action[] = ['submit', 'endorse', 'approve', 'publish'];

interface ActionsInput {
  person: Person;
  at: Situation;
  dossier: Dossier;
  /** Unmet conditions. */
  missing: number;
  /** Who may approve it. */
  deciders: PersonView[];
  /** A notice of infringement keeps what is withdrawn from coming back as it was. */
  hold: TakedownHold | undefined;
  lang: Lang;
}

/** Why an author does not decide, and who may. */
export function whyAuthor(deciders: PersonView[], lang: Lang): string {
  const names = deciders.map(({ name }) => name).join(', ');
  return translate(lang, 'workflow:why.author', {
    names: names || translate(lang, 'workflow:why.nobody'),
  });
}

/** What is in the way although state and role allow it: what the person can mend, or hand on. */
function whyNotYet(action: Action, input: ActionsInput): string | null {
  const { dossier, person, deciders, missing, hold, lang } = input;
  if (action === 'reinstate' && hold) return translate(lang, `workflow:why.held.${hold}`);
  if (action === 'approve' && authorsOfDossier(dossier).has(person.id)) {
    return whyAuthor(deciders, lang);
  }
  return NEEDS_COMPLETE.includes(action) && missing > 0
    ? translate(lang, 'workflow:why.missing', { count: missing })
    : null;
}

/** What was returned is not submitted as if for the first time. */
function labelOf(action: Action, { at, dossier, lang }: ActionsInput): string {
  if (action === 'unapprove' && dossier.material.scheduledAt)
    return translate(lang, 'workflow:unschedule');
  const again = action === 'submit' && at.state === 'returned';
  return translate(lang, again ? 'workflow:again' : `workflow:actions.${action}`);
}

/**
 * The actions of this state that are this person's, disabled with the reason while something lacks.
 * What the state, the role or another's hand rules out is not shown: it would only be noise.
 */
export function actionViews(input: ActionsInput): ActionView[] {
  const { person, at } = input;
  const actions = ACTIONS.filter((action) => !refusal(action, person, at));
  const primary = PRIMARY.find(
    (action) => actions.includes(action) && !(action === 'reinstate' && input.hold),
  );
  return actions.map((action) => {
    const why = whyNotYet(action, input);
    return {
      action,
      label: labelOf(action, input),
      enabled: why === null,
      why,
      primary: action === primary,
      needsReasons: ASKS_REASONS.includes(action),
    };
  });
}

/** Editors and administrators who did not touch the content; of these, those who are there. */
export async function decidersOf(req: PayloadRequest, dossier: Dossier): Promise<PersonView[]> {
  const found = await req.payload.find({
    collection: 'users',
    where: {
      and: [{ role: { in: ['editor', 'administrator'] } }, { active: { not_equals: false } }],
    },
    select: { name: true, role: true, awayFrom: true, awayTo: true },
    sort: ['-role', 'name'],
    depth: 0,
    pagination: false,
    overrideAccess: true,
  });
  const authors = authorsOfDossier(dossier);
  const able = (found.docs as unknown as (PersonView & Absence)[]).filter(
    (user) => !authors.has(user.id),
  );
  return presentOrAll(able, hanoiDate()).map(({ id, name }) => ({ id, name }));
}
