import type { IconName } from '../ui/icon';

const NOTES: Record<string, { icon: IconName; warn: boolean }> = {
  ai: { icon: 'ai', warn: false },
  duplicate: { icon: 'dup', warn: true },
  components: { icon: 'image', warn: true },
  own_work: { icon: 'people', warn: true },
  question: { icon: 'question', warn: true },
  portrait: { icon: 'people', warn: false },
  resubmitted: { icon: 'restore', warn: false },
  scheduled: { icon: 'clock', warn: false },
  live: { icon: 'published', warn: false },
};

/** The picture of a note by its code; what is not known is a question worth a look. */
export function noteIcon(code: string): { icon: IconName; warn: boolean } {
  const known = Object.entries(NOTES).find(([name]) => code.startsWith(name));
  return known?.[1] ?? { icon: 'ask', warn: true };
}
