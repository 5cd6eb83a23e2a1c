/** An age range as publications carry it: `6-11`, `60+`, `0-5`. */
export interface AgeRange {
  from: number | null;
  to: number | null;
}

export function readAgeRange(text: string | null): AgeRange {
  const match = /^(\d{1,3})(?:-(\d{1,3})|\+)?$/.exec((text ?? '').trim());
  if (!match) return { from: null, to: null };
  const closed = text?.trim().endsWith('+') === false;
  return {
    from: Number(match[1]),
    to: match[2] ? Number(match[2]) : closed ? Number(match[1]) : null,
  };
}

/** Null when nothing is said; undefined when the ages run backwards. */
export function writeAgeRange({ from, to }: AgeRange): string | null | undefined {
  if (from === null && to === null) return null;
  if (to === null) return `${String(from)}+`;
  if ((from ?? 0) > to) return undefined;
  return `${String(from ?? 0)}-${String(to)}`;
}

export interface Length {
  hours: number | null;
  minutes: number | null;
}

/** Hours and minutes of an ISO 8601 duration; more than 59 minutes become hours. */
export function readDuration(text: string | null): Length {
  const match = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:\d+S)?$/.exec((text ?? '').trim());
  if (!match) return { hours: null, minutes: null };
  const total = Number(match[1] ?? 0) * 60 + Number(match[2] ?? 0);
  return { hours: Math.floor(total / 60) || null, minutes: total % 60 || null };
}

export function writeDuration({ hours, minutes }: Length): string | null {
  const total = (hours ?? 0) * 60 + (minutes ?? 0);
  if (total === 0) return null;
  const [h, m] = [Math.floor(total / 60), total % 60];
  return `PT${h > 0 ? `${String(h)}H` : ''}${m > 0 ? `${String(m)}M` : ''}`;
}
