import { translate, type Lang } from '../../i18n/translate';
import type { RightsRecord } from '../../rights/types';
import { authorsOfDossier, type Dossier, type RightsRow } from '../dossier';
import type { Person } from '../people';
import { asksForDecision } from '../term-decision';
import { refusal, type Situation } from '../transitions';
import type { PersonView, TermDecisionView } from '../view-models';
import { whyAuthor } from './workbench-actions';

interface Reading {
  row: RightsRow;
  dossier: Dossier;
  person: Person;
  at: Situation;
  people: Map<string, PersonView>;
  deciders: PersonView[];
  lang: Lang;
}

/** Null: nothing is, or it is not theirs to decide at all. */
function inTheWay({ dossier, person, at, deciders, lang }: Reading): string | null {
  const refused = refusal('approve', person, at);
  if (refused?.kind === 'role' || !['submitted', 'in_review'].includes(at.state)) return null;
  if (authorsOfDossier(dossier).has(person.id)) return whyAuthor(deciders, lang);
  if (!refused) return null;
  const words = at.state === 'submitted' ? 'decideUnclaimed' : 'decideHolder';
  return translate(lang, `workflow:why.${words}`);
}

/** The named decision on one record, as this person meets it. */
export function termDecisionView(reading: Reading): TermDecisionView | null {
  const { row, person, at, people } = reading;
  if (!row.decidedAt && !asksForDecision(row as unknown as RightsRecord)) return null;
  const by = row.decidedBy ? (people.get(row.decidedBy) ?? null) : null;
  const why = inTheWay(reading);
  return {
    taken: row.decidedAt ? { by, at: row.decidedAt, ground: row.decisionGround ?? '' } : null,
    enabled: why === null && !refusal('approve', person, at),
    why,
  };
}
