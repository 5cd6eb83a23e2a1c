import { foldText } from '../../platform/fold-text';
import { tokenise } from '../fold/tokenise';
import { abbreviationAt, type Word } from './abbreviations';

/** One syllable, or a phrase whose words must follow each other. */
export interface Unit {
  words: Word[];
}

/** Units `from` to `to` (inclusive) may be replaced by another wording, as a phrase. */
export interface Alternative {
  from: number;
  to: number;
  words: Word[];
}

export interface ParsedQuery {
  units: Unit[];
  alternatives: Alternative[];
  /** Whether any mark was typed: only then do accents rank. */
  accented: boolean;
  /** Whether the person typed a quoted phrase: then nothing is guessed. */
  quoted: boolean;
}

/** More words make no answer better; the rest is ignored. */
const MOST_WORDS = 32;
const QUOTED = /["“”„«»]([^"“”„«»]*)["“”„«»]/g;

/** Reads what a person typed. Total: any string gives a query, perhaps without units. */
export function parseQuery(q: string): ParsedQuery {
  const units: Unit[] = [];
  let quoted = false;
  let room = MOST_WORDS;
  const take = (text: string, phrase: boolean) => {
    const words = tokenise(text)
      .slice(0, room)
      .map(({ exact, folded }) => ({ exact, folded }));
    room -= words.length;
    if (phrase && words.length > 0) {
      quoted = true;
      units.push({ words });
    } else {
      units.push(...words.map((word) => ({ words: [word] })));
    }
  };
  let read = 0;
  for (const match of q.matchAll(QUOTED)) {
    take(q.slice(read, match.index), false);
    take(match[1] ?? '', true);
    read = match.index + match[0].length;
  }
  take(q.slice(read), false);
  return {
    units,
    alternatives: findAlternatives(units),
    accented: units.some(({ words }) => words.some(({ exact }) => foldText(exact) !== exact)),
    quoted,
  };
}

function findAlternatives(units: Unit[]): Alternative[] {
  const found: Alternative[] = [];
  for (let from = 0; from < units.length; from += 1) {
    const phrase = units[from]?.words ?? [];
    if (phrase.length > 1) {
      const whole = abbreviationAt(phrase, 0);
      if (whole?.length === phrase.length) found.push({ from, to: from, words: whole.alternative });
      continue;
    }
    const singles: Word[] = [];
    for (const { words } of units.slice(from)) {
      if (words.length !== 1 || !words[0]) break;
      singles.push(words[0]);
    }
    const match = abbreviationAt(singles, 0);
    if (!match) continue;
    found.push({ from, to: from + match.length - 1, words: match.alternative });
    from += match.length - 1;
  }
  return found;
}

/** The query with its words replaced one for one or one for many, as a correction does. */
export function queryOfWords(words: Word[]): ParsedQuery {
  const units = words.map((word) => ({ words: [word] }));
  return { units, alternatives: findAlternatives(units), accented: false, quoted: false };
}
