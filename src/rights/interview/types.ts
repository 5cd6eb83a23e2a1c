import type { EvidenceDetail } from '../basis-requirements';
import type { ClearanceReason } from '../reason-codes';
import type { Basis, EvidenceKind, IntendedUse, LicenceFacts, RightsRecord } from '../types';

/** The whole of a material is asked about at length, a third-party component shortly. */
export type Track = 'whole' | 'component';

/** A value that an answer gives to a field of the record. */
export type FieldValue = string | boolean | readonly string[];

/** A third-party part that must be recorded, with an interview of its own. */
export type ComponentNeed = {
  kind: string;
  /** Answers that follow from the whole's own; the rest is asked. */
  answers?: Answers;
  /** Questions whose answers are the same in the component's interview. */
  carry?: readonly string[];
};

export type AnswerRule = {
  code: string;
  /** A text of another place; else `interview:questions.<question>.answers.<code>`. */
  text?: string;
  /** The next question; without it the question's own `next`, else the next section. */
  next?: string;
  /** In a question with many answers: stands alone. */
  exclusive?: boolean;
  /** The later answer counts; null takes an earlier one back. */
  basis?: Basis | null;
  /** Code of the licence that is stated at the source; null: it no longer binds the whole. */
  licence?: string | null;
  /** By dotted path within the rights record: `owner.kind`. */
  set?: Readonly<Record<string, FieldValue>>;
  /** Adds one value to a list. */
  add?: Readonly<Record<string, string>>;
  unset?: readonly string[];
  evidence?: readonly EvidenceKind[];
  /** Fields the person has to fill in, because of this answer. */
  fields?: readonly string[];
  uses?: readonly IntendedUse[];
  components?: readonly ComponentNeed[];
  /** Questions handed to the editor, by their code. */
  ask?: readonly string[];
};

export type Question = {
  id: string;
  many?: boolean;
  /** Asked on this track only; on the other it is passed over, to its `next`. */
  track?: Track;
  hint?: boolean;
  next?: string;
  answers: readonly AnswerRule[];
};

export type Interview = {
  version: string;
  /** The sections of each track, by the question each begins with. */
  tracks: Readonly<Record<Track, readonly string[]>>;
  questions: readonly Question[];
  /** Code of a question for the editor → the field that its answer settles. */
  editorQuestions: Readonly<Record<string, string>>;
  componentKinds: readonly string[];
};

/** What was answered, by question; plain JSON, to be stored and read by a later interview. */
export type Answers = Readonly<Record<string, string | readonly string[]>>;

export type EditorQuestion = {
  /** The text is `interview:editor.<code>`. */
  code: string;
  field: string;
  /** The question that it came from. */
  question: string;
};

export type PaperNeed = {
  /** One of these. */
  kinds: EvidenceKind[];
  /** What must, and what should, be entered of it. */
  demanded: readonly EvidenceDetail[];
  expected: readonly EvidenceDetail[];
};

export type ComponentOutcome = { kind: string; answers: Answers };

export type LicenceVerdict<L extends LicenceFacts> = {
  remaining: L[];
  /** Without a reason of their own where the source's licence binds. */
  excluded: { licence: L; reasons: ClearanceReason[] }[];
};

export type Outcome<L extends LicenceFacts = LicenceFacts> = {
  /** No question is left. */
  complete: boolean;
  basis: Basis | undefined;
  /** Key of the source of the basis: `rights:articles.<article>`. */
  article: string | undefined;
  papers: PaperNeed[];
  /** Fields to be filled in before submitting, as the rules name them: `rights.evidence.*.date`. */
  demanded: string[];
  /** What the answers say of the rights record. */
  values: Partial<RightsRecord>;
  /** Code of the licence stated at the source, where it binds. */
  licence: string | undefined;
  licences: LicenceVerdict<L>;
  intendedUse: IntendedUse[];
  components: ComponentOutcome[];
  questionsForEditor: EditorQuestion[];
  /** Named portals and viewing only, because of the whole or of a component. */
  restricted: boolean;
};
