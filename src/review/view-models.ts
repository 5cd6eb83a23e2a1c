/**
 * What the staff screens show, as answered by the staff endpoints. Types only: the admin room
 * imports them, the endpoints fill them.
 */
import type { Lang } from '../i18n/translate';
import type { TermScheme, Verdict } from '../platform/code-lists';
import type { Snapshot } from '../publishing/read/snapshot';
import type { Action, PublicationStatus, WorkingState } from './states';

export interface PersonView {
  id: string;
  name: string;
}

/** How long it waits: in this step, which is what the clock counts, and in all. Days as YYYY-MM-DD. */
export interface WaitView {
  /** Working days in this step, of how many. */
  day: number;
  of: number;
  due: string;
  overdue: boolean;
  /** Working days after the due day. */
  late: number;
  /** When the office got it, and working days since: the same whoever takes it up. */
  submitted: string;
  waited: number;
}

/** One unmet condition in the reader's language. `tab` is where the field stands on the page. */
export interface ConditionView {
  /** Dotted: `title`, `items`, `items.0.altText`, `rights.evidence`, `rights.components.1` … */
  field: string;
  code: string;
  message: string;
  remedy: string | null;
  article: string | null;
  tab: 'describe' | 'files' | 'rights';
}

export interface ActionView {
  action: Action;
  label: string;
  /** False: shown disabled with `why` beside it. */
  enabled: boolean;
  why: string | null;
  /** The one filled button of the page. */
  primary: boolean;
  needsReasons: boolean;
}

export interface TimelineEntry {
  at: string;
  /** `upheld`: a notice of infringement was, so that it stays withdrawn. */
  action: Action | 'created' | 'upheld';
  label: string;
  by: PersonView | null;
  comment: string | null;
  reasons: { code: string; label: string }[];
  revision: number | null;
}

export interface FileView {
  id: string;
  name: string;
  mediaType: string;
  size: number;
  sha256: string;
  pages: number | null;
  duration: number | null;
  verdict: Verdict;
  processing: 'pending' | 'done' | 'failed';
  uploadedAt: string;
  uploadedBy: PersonView | null;
  /** Private preview, `Range`, for signed-in staff (`/intake/files/{id}/content`). */
  contentUrl: string;
  /** PNG/WebP picture of the first page or image, when there is one. */
  thumbnailUrl: string | null;
}

export interface ItemView {
  id: string;
  file: FileView;
  role: string;
  caption: { vi?: string | null; en?: string | null };
  altText: { vi?: string | null; en?: string | null };
}

export interface EvidenceView {
  /** Row id inside rights.evidence[]. */
  id: string;
  kind: string | null;
  number: string | null;
  date: string | null;
  issuer: string | null;
  document: FileView | null;
}

/** One line of the claim: what the officer says, and how it looks against the rules. */
export interface ClaimLine {
  field: string;
  label: string;
  value: string;
  /** Article or rule that this line rests on. */
  note: string | null;
  /** Changed since the last return: what it said then, '' for nothing. Null: as it was. */
  was: string | null;
  problems: ConditionView[];
}

/** The named decision that a claim of public domain waits for where the term cannot be calculated. */
export interface TermDecisionView {
  /** What was decided; null while nobody has. */
  taken: { by: PersonView | null; at: string; ground: string } | null;
  /** This person may decide now, or take it back. */
  enabled: boolean;
  /** What is in this person's way; null where it is not theirs to decide at all. */
  why: string | null;
}

/** What the officer answered about the rights, and what they ask the editor. */
export interface AnsweredInterview {
  version: string;
  answers: { question: string; answer: string }[];
  questions: { code: string; field: string; text: string }[];
}

export interface RightsView {
  id: string;
  component: boolean;
  title: string | null;
  /** The stored record as it is, for the form (ids for relations). */
  record: Record<string, unknown>;
  updatedAt: string;
  evidence: EvidenceView[];
  claim: ClaimLine[];
  /** Null: it was filled in without the interview. */
  interview: AnsweredInterview | null;
  term: {
    outcome: string;
    outcomeLabel: string;
    lastDay: string | null;
    reasoning: string[];
    ruleVersion: string;
  };
  /** Null: the calculation asks for none and none was taken. */
  decision: TermDecisionView | null;
}

export interface ChangeSinceApproval {
  kind: 'metadata' | 'file' | 'rights' | 'licence';
  field: string;
  label: string;
  before: string | null;
  after: string | null;
}

/** `GET /api/materials/:id/workbench` */
export interface WorkbenchView {
  id: string;
  identifier: string | null;
  title: { vi?: string | null; en?: string | null };
  state: WorkingState;
  stateLabel: string;
  publicationStatus: PublicationStatus;
  revision: number | null;
  updatedAt: string;
  updatedBy: PersonView | null;
  /** `endorses`: its manager reads before the office does. */
  department: { id: string; code: string; name: string; endorses: boolean };
  /** May this person change the content now; if not, why. */
  writable: boolean;
  writableWhy: string | null;
  /** Content fields in every language (localised ones as `{vi, en}`), ids for relations. */
  content: Record<string, unknown>;
  items: ItemView[];
  rights: RightsView | null;
  components: RightsView[];
  /** The claim came from another material; its title where the reader may see that one. */
  takenFrom: { title: string | null } | null;
  missing: ConditionView[];
  warnings: ConditionView[];
  actions: ActionView[];
  timeline: TimelineEntry[];
  /** The editor's words of the last return or rejection, while it waits for an answer. */
  lastReturn: TimelineEntry | null;
  /** Returned, and nothing in it was changed since: handing it in again takes a reply. */
  unchangedSinceReturn: boolean;
  /** Who withdrew it and why, while it is withdrawn. */
  withdrawal: TimelineEntry | null;
  /** The round before this one, while its answer is read: what was asked, replied and changed. */
  lastRound: {
    returned: TimelineEntry;
    reply: TimelineEntry | null;
    /** What the manager of its department wrote when endorsing the answer. */
    endorsed: TimelineEntry | null;
    /** How many times it was returned in all. */
    times: number;
    /** Null when the content of that time was not kept. */
    changes: ChangeSinceApproval[] | null;
  } | null;
  holder: PersonView | null;
  submittedBy: PersonView | null;
  submittedAt: string | null;
  clock: WaitView | null;
  scheduledAt: string | null;
  changesSinceApproval: ChangeSinceApproval[] | null;
  /** What approving would say, in one sentence. */
  approvalSentence: string | null;
  /** Someone else may decide when this person may not (separation of duties). */
  otherDeciders: PersonView[];
  /** What the world would see if this were published now; null while it cannot be built. */
  preview: Snapshot | null;
  /** What the world sees today. */
  live: { status: PublicationStatus; snapshot: Snapshot | null; url: string; at: string } | null;
}

/** The workbench with what guides a person through its forms: the answer of the endpoint. */
export interface GuidedWorkbenchView extends WorkbenchView {
  /** Fields that submitting demands (`*` for a row's number); marked alike in every form. */
  demanded: string[];
  /** By rights record: the licences that remain possible, by id. */
  licenceChoices: Record<string, { proposed: string[]; other: string[]; statements: string[] }>;
}

/** A field that takes another material's value; localised ones as `{vi, en}`, relations as ids. */
export interface TakenValue {
  record: 'material' | 'rights';
  field: string;
  before: unknown;
  after: unknown;
}

/** `POST /api/materials/:id/take-over`: what was set, or with `preview` what would be. */
export interface TakenOverView {
  from: { id: string };
  values: TakenValue[];
  /** How many papers came along, as papers of this record. */
  papers: number;
}

/** `GET /api/staff/home` */
export interface HomeView {
  person: { id: string; name: string; role: string; roleLabel: string };
  departments: { id: string; code: string; name: string }[];
  /** Returned to the department, or waiting for the manager's endorsement, or expiring. */
  todo: {
    kind:
      | 'returned'
      | 'corrected'
      | 'upheld'
      | 'endorse'
      | 'expiring'
      | 'ended'
      | 'review'
      | 'approved'
      | 'overdue'
      | 'takedown';
    /** Of `takedown` the notice. */
    material: { id: string; title: string };
    detail: string;
    at: string;
    label: string;
  }[];
  /** How many there are in all: of each kind the first are listed. */
  todoTotal: number;
  /** On its way: submitted, in review, approved. */
  underway: {
    id: string;
    title: string;
    state: WorkingState;
    stateLabel: string;
    /** 0 submitted, 1 in review, 2 approved, 3 published. */
    step: 0 | 1 | 2 | 3;
    detail: string;
    /** The office has let its day pass. */
    late: boolean;
  }[];
  underwayTotal: number;
  counts: { drafts: number; published: number; withdrawn: number; total: number };
  /** For a manager: what each officer of the own departments has before them. */
  officers:
    { id: string; name: string; drafts: number; waiting: number; returned: number }[] | null;
  /** For an administrator: where everything stands, and whose password is guessed at. */
  administration: {
    states: { state: WorkingState; label: string; count: number }[];
    /** Against which many wrong passwords were tried since their person last signed in. */
    triedAccounts: number;
  } | null;
  /** What waits in the queue; null for people who have none. */
  queue: QueueView['counts'] | null;
  recent: {
    id: string;
    title: string;
    state: WorkingState;
    stateLabel: string;
    publicationStatus: PublicationStatus;
    at: string;
  }[];
}

/**
 * `GET /api/staff/materials?state=&publication=&q=&department=&page=`: the department's (or all)
 * materials, by either axis of the workflow.
 */
export interface MaterialListView {
  items: {
    id: string;
    identifier: string | null;
    title: string;
    department: string;
    state: WorkingState;
    stateLabel: string;
    publicationStatus: PublicationStatus;
    updatedAt: string;
    binned: boolean;
  }[];
  total: number;
  page: number;
  pages: number;
  counts: Partial<Record<WorkingState | 'live' | 'withdrawn' | 'bin', number>>;
}

/** `GET /api/staff/queue?tab=mine|unclaimed|overdue|approved&q=&department=&page=` */
export interface QueueView {
  /** Of all tabs, exact. */
  counts: { mine: number; unclaimed: number; overdue: number; approved: number };
  /** Rows of this tab and department on all pages. */
  total: number;
  page: number;
  pages: number;
  /** How many of them come after this page. */
  left: number;
  rows: (WaitView & {
    id: string;
    title: string;
    /** Type and size in words: "Tờ rơi, 2 trang". */
    kind: string;
    department: string;
    basis: string | null;
    article: string | null;
    licence: string | null;
    notes: { code: string; label: string }[];
    state: WorkingState;
    holder: PersonView | null;
    /** The moment this round came to the office: what was read before it was another content. */
    roundAt: string;
    /** What this person may do with it in bulk; never what separation of duties refuses. */
    actions: Action[];
    /** The person uploaded or edited a part of it, so somebody else approves. */
    ownWork: boolean;
    updatedAt: string;
  })[];
  departments: { id: string; name: string; count: number }[];
}

/** `GET /api/staff/reference`: choices for the forms, labels in the reader's language. */
export interface ReferenceView {
  lang: Lang;
  terms: Record<TermScheme, { id: string; code: string; label: string; broader: string | null }[]>;
  licences: {
    id: string;
    code: string;
    version: number;
    label: string;
    kind: string;
    permits: string[];
    url: string | null;
    /** What it lets people do, in one sentence. */
    summary: string | null;
  }[];
  departments: { id: string; code: string; name: string; kind: string }[];
  /** What each basis asks for: kinds of paper, what must stand on one, what is good to have. */
  bases: Record<
    string,
    { papers: string[]; demanded: string[]; expected: string[]; restricted: boolean }
  >;
  /** Endings of file names that are taken, as a sentence lists them: `.pdf, .docx`. */
  accepts: { content: string; evidence: string };
  /** Code lists with labels: bases, workTypes, scopes, ownerKinds, evidenceKinds, reasons, itemRoles … */
  codes: Record<string, { code: string; label: string; hint?: string }[]>;
  maxUploadBytes: number;
  /** Whether this repository has a mail server: without one people are told behind the bell only. */
  sendsMail: boolean;
}
