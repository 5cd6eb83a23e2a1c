import { hanoiDate } from '../platform/clock';
import { isAway, type Absence } from './absence';
import clock from './data/clock.json';
import { decides } from './people';
import { workingDaysBetween } from './working-days';

export type ReturnCause = 'away' | 'untouched' | 'left';

export type Holder = Absence & { role: string; active?: boolean | null };

/** When something of a claim was last touched; UTC moments with Z. */
export interface Touched {
  updatedAt: string;
  stepSince?: string | null | undefined;
  /** Of its records of rights. */
  rightsEdited?: string | undefined;
}

/** Why a claim does not stay with its holder on this day; undefined while it does. */
export function whyReturned(
  { updatedAt, stepSince, rightsEdited }: Touched,
  holder: Holder | null,
  today: string,
): ReturnCause | undefined {
  if (!holder || holder.active === false || !decides(holder.role)) return 'left';
  if (isAway(holder, today)) return 'away';
  const last = [stepSince, rightsEdited].reduce<string>(
    (latest, at) => (at && at > latest ? at : latest),
    updatedAt,
  );
  const idle = workingDaysBetween(hanoiDate(new Date(last)), today);
  return idle > clock.untouchedDays ? 'untouched' : undefined;
}
