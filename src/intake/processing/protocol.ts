/** What the processing thread is asked and what it answers. */
export interface ProcessingJob {
  /** A local file. */
  path: string;
  size: number;
  /** Id of a row of KINDS. */
  kindId: string;
}

/** Words for each in `src/i18n/<lang>/intake.json` under `processing`. */
export type ProcessingNote =
  'no_text' | 'text_cut' | 'password' | 'damaged' | 'too_large' | 'timeout';

export interface Derived {
  /** NFC. */
  text?: string;
  pages?: number;
  /** Seconds. */
  duration?: number;
  width?: number;
  height?: number;
  /** WebP, at most 480 pixels on its longer side. */
  thumbnail?: Uint8Array;
  note?: ProcessingNote;
}

export type ProcessingAnswer =
  { ok: true; derived: Derived } | { ok: false; note: ProcessingNote; message: string };

/** Octets of text that are kept for search. */
export const MAX_TEXT_BYTES = 5 * 1024 ** 2;
export const THUMBNAIL_PIXELS = 480;
