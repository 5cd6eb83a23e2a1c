import { BASIS_REQUIREMENTS } from '../basis-requirements';
import { clearance } from '../clearance';
import { licenceConditions } from '../licence-conditions';
import { RULES } from '../reason-codes';
import { SCOPES, type Basis, type EvidenceKind, type IntendedUse } from '../types';
import type { LicenceFacts, RightsRecord } from '../types';
import { editorQuestions } from './editor-questions';
import { INTERVIEW } from './interview';
import type {
  AnswerRule,
  Answers,
  ComponentOutcome,
  FieldValue,
  LicenceVerdict,
  Outcome,
  PaperNeed,
} from './types';
import { type Step, type WalkOptions, keptAnswers, walk } from './walk';

export type OutcomeOptions<L extends LicenceFacts> = WalkOptions & {
  /** The licences to choose from; each is judged by the rules of clearance. */
  licences?: readonly L[];
  /** The components' own answers, which bind the whole; else those that follow from it. */
  components?: readonly Answers[];
  /** The day in Hanoi, `YYYY-MM-DD`. */
  today: string;
};

type Values = Record<string, FieldValue>;

const rulesOf = (steps: readonly Step[]): AnswerRule[] => steps.flatMap(({ chosen }) => chosen);

/** The later answer counts: a null takes an earlier one back. */
const last = <V>(found: readonly (V | null | undefined)[]): V | undefined =>
  found.filter((value) => value !== undefined).at(-1) ?? undefined;

const applied = (values: Values, rule: AnswerRule): Values => {
  const next: Values = { ...values, ...rule.set };
  for (const [path, value] of Object.entries(rule.add ?? {}))
    next[path] = [...new Set([...[next[path] ?? []].flat().map(String), value])];
  return Object.fromEntries(Object.entries(next).filter(([path]) => !rule.unset?.includes(path)));
};

/** `owner.kind` becomes a kind within an owner. Paths are one or two names long. */
const nested = (values: Values): Partial<RightsRecord> => {
  const record: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(values)) {
    const [field = path, inner] = path.split('.');
    if (inner === undefined) record[field] = value;
    else record[field] = { ...(record[field] as object | undefined), [inner]: value };
  }
  return record;
};

const valuesOf = (rules: readonly AnswerRule[], basis: Basis | undefined): Partial<RightsRecord> =>
  nested({ ...rules.reduce(applied, {} as Values), ...(basis && { basis }) });

/** The basis says what proves it; the answers say which of these papers is at hand. */
const papersOf = (rules: readonly AnswerRule[], basis: Basis | undefined): PaperNeed[] => {
  const named = new Set(rules.flatMap(({ evidence }) => evidence ?? []));
  const papers: PaperNeed[] = [];
  if (basis) {
    const { papers: usual, demanded, expected } = BASIS_REQUIREMENTS[basis];
    const kinds = usual.filter((kind) => named.has(kind));
    papers.push({ kinds: kinds.length > 0 ? kinds : [...usual], demanded, expected });
  }
  if (named.has('portrait_consent'))
    papers.push({ kinds: ['portrait_consent'], demanded: [], expected: [] });
  return papers;
};

const usesOf = (rules: readonly AnswerRule[], restricted: boolean): IntendedUse[] =>
  restricted ? ['named_portals'] : [...new Set(rules.flatMap(({ uses }) => uses ?? []))];

const componentsOf = (steps: readonly Step[], answers: Answers): ComponentOutcome[] =>
  rulesOf(steps)
    .flatMap(({ components }) => components ?? [])
    .map(({ kind, answers: given, carry }) => ({
      kind,
      answers: {
        ...given,
        ...Object.fromEntries((carry ?? []).map((id) => [id, answers[id] ?? ''])),
      },
    }));

/** The record as the answers have it, with a paper that is at hand but not yet described. */
const claimed = (values: Partial<RightsRecord>, papers: readonly PaperNeed[]): RightsRecord => ({
  ...values,
  evidence: papers.map(({ kinds }) => ({ document: 'any', kind: kinds[0] as EvidenceKind })),
});

const demandedOf = (record: RightsRecord, rules: readonly AnswerRule[], today: string) => {
  const { reasons } = clearance({ record, licence: null, purpose: 'submit', today });
  const fields = [
    ...(record.evidence?.length ? ['rights.evidence'] : []),
    ...reasons.map(({ field }) => field.replace(/\.evidence\.\d+\./, '.evidence.*.')),
    ...rules.flatMap(({ fields: more }) => more ?? []),
  ];
  return [...new Set(fields)];
};

/** A scope that is still open refuses no licence yet. */
const assumed = (record: RightsRecord): RightsRecord => ({
  ...record,
  scope: record.scope?.length ? record.scope : [...SCOPES],
});

type Claim = Pick<Outcome, 'licence' | 'intendedUse'> & { record: RightsRecord; parts: Outcome[] };

const licencesOf = <L extends LicenceFacts>(
  { record, licence: stated, intendedUse, parts }: Claim,
  { licences = [], today }: OutcomeOptions<L>,
): LicenceVerdict<L> => {
  const judged = licences.map((licence) => ({
    licence,
    reasons: licenceConditions({
      record: assumed(record),
      licence,
      components: parts.map((part) => assumed(part.values)),
      componentLicences: parts.map((part) => licences.find(({ code }) => code === part.licence)),
      intendedUse: intendedUse.length > 0 ? intendedUse : ['open_digital'],
      today,
    }).filter(({ code }) => RULES[code].stage !== 'never'),
  }));
  const remains = ({ licence, reasons }: (typeof judged)[number]) =>
    reasons.length === 0 && (!stated || licence.code === stated);
  return {
    remaining: judged.filter(remains).map(({ licence }) => licence),
    excluded: judged.filter((one) => !remains(one)),
  };
};

const isRestricted = (basis: Basis | undefined): boolean =>
  !!basis && BASIS_REQUIREMENTS[basis].restricted;

/** What follows from the answers given so far, by the rules of the rights room. */
export const outcomeOf = <L extends LicenceFacts = LicenceFacts>(
  answers: Answers,
  options: OutcomeOptions<L>,
): Outcome<L> => {
  const { interview = INTERVIEW, today } = options;
  const { steps, next } = walk(answers, options);
  const rules = rulesOf(steps);
  const basis = last(rules.map((rule) => rule.basis));
  const licence = last(rules.map((rule) => rule.licence));
  const components = componentsOf(steps, keptAnswers(answers, options));
  const parts = (options.components ?? components.map((one) => one.answers)).map((given) =>
    outcomeOf(given, { interview, today, track: 'component', components: [] }),
  );
  const restricted = [basis, ...parts.map((part) => part.basis)].some(isRestricted);
  const values = valuesOf(rules, basis);
  const papers = papersOf(rules, basis);
  const intendedUse = usesOf(rules, restricted);
  const record = claimed(values, papers);
  return {
    complete: next === undefined,
    basis,
    article: basis && BASIS_REQUIREMENTS[basis].article,
    papers,
    demanded: demandedOf(record, rules, today),
    values,
    licence,
    licences: licencesOf({ licence, intendedUse, record, parts }, options),
    intendedUse,
    components,
    questionsForEditor: editorQuestions(steps, interview),
    restricted,
  };
};
