import { parseFile } from 'music-metadata';
import type { Derived } from './protocol';

/** Whole seconds of a recording or film, at least one. */
export async function media(path: string): Promise<Derived> {
  const { format } = await parseFile(path, { duration: true, skipCovers: true });
  const { duration } = format;
  if (duration === undefined || !Number.isFinite(duration)) return {};
  return { duration: Math.max(1, Math.round(duration)) };
}
