/** An answer that was the right one, from when it was asked for to when the next was acknowledged. */
interface Version {
  begun: number;
  replaced: number;
}

/** What was said, and between which moments of the reader's clock it was asked and heard. */
export interface Said {
  text: string;
  from: number;
  to: number;
}

export interface Versions {
  /** From the moment a change was asked for this may be said; once it is acknowledged, nothing else. */
  set(subject: string, text: string, change: { begun: number; acknowledged: number }): void;
  /**
   * How long before the question what was said had been replaced, in milliseconds: 0 for what was
   * true, undefined for what never was. Never too much: the reader's clock hears of a change late.
   */
  age(subject: string, said: Said): number | undefined;
}

/** All that was ever true of each subject: an address, or a part of an answer. */
export function createVersions(): Versions {
  const all = new Map<string, Map<string, Version[]>>();
  const current = new Map<string, { text: string; version: Version }>();
  return {
    set(subject, text, { begun, acknowledged }) {
      const before = current.get(subject);
      if (before?.text === text) return;
      if (before) before.version.replaced = acknowledged;
      const version = { begun, replaced: Infinity };
      current.set(subject, { text, version });
      const known = all.get(subject) ?? new Map<string, Version[]>();
      all.set(subject, known.set(text, [...(known.get(text) ?? []), version]));
    },
    age(subject, { text, from, to }) {
      const ages = (all.get(subject)?.get(text) ?? [])
        .filter(({ begun }) => begun <= to)
        .map(({ replaced }) => Math.max(0, from - replaced));
      return ages.length === 0 ? undefined : Math.min(...ages);
    },
  };
}
