import type { Capacity, Grounds, TakedownOutcome, TakedownStatus } from '../../platform/takedown';
import type { ClockCode } from '../../review/takedown-clocks';
import type { PortalOfWithdrawal } from './portals-of-withdrawal';

/** A line of the list. */
export interface TakedownListRow {
  id: string;
  reference: string;
  receivedAt: string;
  status: TakedownStatus;
  outcome: TakedownOutcome | null;
  grounds: Grounds;
  capacity: Capacity;
  /** Title where the identifier is one of ours, else the identifier. */
  titles: string[];
  dueAt: string | null;
  dueClock: ClockCode | null;
  overdue: boolean;
  decidedAt: string | null;
}

export const TAKEDOWN_TABS = ['open', 'decided'] as const;
export type TakedownTab = (typeof TAKEDOWN_TABS)[number];

export interface TakedownListView {
  tab: TakedownTab;
  rows: TakedownListRow[];
  counts: Record<TakedownTab | 'overdue', number>;
  page: number;
  pages: number;
}

/** What a notice names, as it stands now. */
export interface TakedownItem {
  identifier: string;
  /** Absent where nothing of ours has this identifier. */
  materialId: string | null;
  title: string | null;
  department: string | null;
  licence: string | null;
  publication: 'none' | 'live' | 'withdrawn';
  /** Since when, for what is withdrawn. */
  withdrawnAt: string | null;
  /** Whether a notice of infringement is why it is withdrawn: this one or another. */
  takenByNotice: boolean;
  /** Whether this notice holds it. */
  byThis: boolean;
}

export interface TakedownView {
  id: string;
  reference: string;
  receivedAt: string;
  status: TakedownStatus;
  outcome: TakedownOutcome | null;
  name: string;
  contact: string;
  capacity: Capacity;
  grounds: Grounds;
  statement: string;
  items: TakedownItem[];
  clocks: { code: ClockCode; dueAt: string; runs: boolean; overdue: boolean }[];
  rules: { version: string; unverified: boolean };
  withdrawn: { at: string; by: string | null } | null;
  decided: { at: string; by: string | null; reasons: string } | null;
  portals: PortalOfWithdrawal[];
  can: { withdraw: boolean; decide: boolean };
  /** How many characters the reasons of a decision have at least. */
  reasonsLeast: number;
}
