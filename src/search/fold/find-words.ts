import { foldText } from '../../platform/fold-text';
import { formsOf, LONGEST, tokenise, type Token } from './tokenise';

/** A word and which one of its text it is, counted from 0. */
export type FoundWord = Token & { at: number };

const LETTER = 1;
/** A mark or an invisible character: continues a word, begins none. */
const WITHIN = 2;
/** Cannot be folded by itself; texts with any are tokenised as a whole. */
const ODD = 3;
const OTHER = 4;
const SPACE = 32;

/** What each UTF-16 unit is, and its folded form; filled in as units are met. */
const kinds = new Uint8Array(0x10000);
const folds = new Uint16Array(0x10000);

function learn(unit: number): number {
  const character = String.fromCharCode(unit);
  const folded = foldText(character);
  folds[unit] = folded.charCodeAt(0);
  kinds[unit] = kindOf(character, folded);
  return kinds[unit] ?? ODD;
}

function kindOf(character: string, folded: string): number {
  if (/[\p{Cs}\u1100-\u11FFΣ]/u.test(character)) return ODD;
  if (/[\p{M}\u00AD\u200B-\u200D\u2060\uFEFF]/u.test(character)) return WITHIN;
  if (!/[\p{L}\p{N}]/u.test(character)) return OTHER;
  return folded.length === 1 ? LETTER : ODD;
}

const SLOTS = 1 << 10;
const slotOf = (hash: number): number => (hash ^ (hash >>> 10)) & (SLOTS - 1);

/** Folded words as a filter of their hashes: lets all of them pass and hardly any other. */
function filterOf(wanted: ReadonlySet<string>): Uint8Array {
  const filter = new Uint8Array(SLOTS);
  for (const word of wanted) {
    let hash = 0;
    for (let at = 0; at < word.length; at += 1) hash = (Math.imul(hash, 31) + word.charCodeAt(at)) | 0; // prettier-ignore
    filter[slotOf(hash)] = 1;
  }
  return filter;
}

/**
 * The words of a text whose folded form is wanted, as {@link tokenise} would give them. Reads each
 * character once and makes no string of a word that is not asked for.
 */
export const findWords = (text: string, wanted: ReadonlySet<string>): FoundWord[] =>
  createFinder(wanted)(text);

/** The same for many texts. */
export function createFinder(wanted: ReadonlySet<string>): (text: string) => FoundWord[] {
  const filter = filterOf(wanted);
  return (text) => {
    const found: FoundWord[] = [];
    let [start, hash, count] = [-1, 0, 0];
    for (let at = 0; at <= text.length; at += 1) {
      const unit = at < text.length ? text.charCodeAt(at) : SPACE;
      const kind = kinds[unit] || learn(unit);
      if (kind === LETTER) {
        if (start < 0) start = at;
        hash = (Math.imul(hash, 31) + (folds[unit] ?? 0)) | 0;
      } else if (kind === ODD) return slowly(text, wanted);
      else if (start >= 0 && kind === OTHER) {
        if (filter[slotOf(hash)] || at - start > LONGEST) {
          const forms = formsOf(text.slice(start, at));
          if (wanted.has(forms.folded)) found.push({ ...forms, start, end: at, at: count });
        }
        count += 1;
        start = -1;
        hash = 0;
      }
    }
    return found;
  };
}

function slowly(text: string, wanted: ReadonlySet<string>): FoundWord[] {
  return tokenise(text)
    .map((token, at) => ({ ...token, at }))
    .filter(({ folded }) => wanted.has(folded));
}
