import { withoutMarks } from './without-marks';

/**
 * Goes into the name of the index file: an index made with another folding is rebuilt, never read.
 * Raise it with every change here or in src/search/fold that alters what is stored.
 */
export const FOLD_VERSION = 2;

/** Invisible characters that PDF extraction leaves inside words: soft hyphen, joiners, BOM. */
const INVISIBLE = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g;

/**
 * The form that is searched: no case, no tone, no letter marks.
 */
export function foldText(text: string): string {
  return withoutMarks(text.normalize('NFC').toLowerCase()).replace(INVISIBLE, '');
}

/** Tone on the first vowel (old placement: hòa, thủy) to tone on the second (hoà, thuỷ). */
const TONE_TO_SECOND = new Map<string, string>();
const TONED: [old: string, plain: string, seconds: [plain: string, toned: string][]][] = [
  ['òóỏõọ', 'o', [['a', 'àáảãạ'], ['e', 'èéẻẽẹ']]], // prettier-ignore
  ['ùúủũụ', 'u', [['y', 'ỳýỷỹỵ']]],
];
for (const [old, plain, seconds] of TONED) {
  for (const [second, toned] of seconds) {
    for (const [tone, first] of [...old].entries()) {
      TONE_TO_SECOND.set(first + second, plain + (toned[tone] ?? second));
    }
  }
}

/**
 * The form that ranks accents: NFC, lower case, one placement of the tone (Hoà = Hòa, thuỷ = thủy,
 * and the misplaced qúy = quý), eth as đ. Marks stay: *ma má mà mả mã mạ* are six words.
 */
export function exactText(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/ð/g, 'đ')
    .replace(/[òóỏõọ][ae]|[ùúủũụ]y/g, (pair) => TONE_TO_SECOND.get(pair) ?? pair)
    .replace(INVISIBLE, '');
}
