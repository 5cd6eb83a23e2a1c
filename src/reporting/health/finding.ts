/** The parts of the system, in the order in which one is looked for when something is wrong. */
export const PARTS = [
  'database',
  'migrations',
  'worker',
  'outbox',
  'inbox',
  'takedowns',
  'sweeps',
  'storage',
  'storageCopy',
  'search',
  'mail',
  'scanner',
  'disk',
  'backup',
  'fixity',
  'audit',
  'holidays',
] as const;
export type PartName = (typeof PARTS)[number];

/** `off`: not set up here. `warning`: somebody should see to it. `fault`: it is out. */
export type Status = 'ok' | 'off' | 'warning' | 'fault';

export interface Finding {
  part: PartName;
  status: Status;
  /** UTC; null where it is not known, or where the question has no answer. */
  lastWorkedAt: string | null;
  /** What was found: its words are in health.json, by code. */
  detail: { code: string; params?: Record<string, string | number> };
  /** What to do: words by code; null when there is nothing to do. */
  remedy: string | null;
}
