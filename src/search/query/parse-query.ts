import { foldText } from '../../platform/fold-text';
import { tokenise } from '../fold/tokenise';
import { abbreviationAt, type Word } from './abbreviations';

/** Whether words are compared with their marks or without. */
export type Form = 'exact' | 'folded';

/** One syllable, or a phrase whose words must follow each other. */
export interface Unit {
  words: Word[];
  /** Marks that were typed are meant; words typed without any may have every mark. */
  form: Form;
}

/** Units `from` to `to` (inclusive) may be replaced by another wording, as a phrase. */
export interface Alternative {
  from: number;
  to: number;
  words: Word[];
  form: Form;
}

export interface ParsedQuery {
  units: Unit[];
  alternatives: Alternative[];
  /** Whether any mark was typed. */
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
      units.push({ words, form: formOf(words) });
    } else {
      units.push(...words.map((word) => ({ words: [word], form: formOf([word]) })));
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
    accented: units.some(({ form }) => form === 'exact'),
    quoted,
  };
}

function formOf(words: Word[]): Form {
  return words.some(({ exact }) => foldText(exact) !== exact) ? 'exact' : 'folded';
}

/** Where the units hold an abbreviation or what one stands for. */
export function findAlternatives(units: Unit[]): Alternative[] {
  const found: Alternative[] = [];
  const accented = units.some(({ form }) => form === 'exact');
  const add = (from: number, to: number, words: Word[]) => {
    found.push({ from, to, words, form: accented ? formOf(words) : 'folded' });
  };
  for (let from = 0; from < units.length; from += 1) {
    const phrase = units[from]?.words ?? [];
    if (phrase.length > 1) {
      const whole = abbreviationAt(phrase, 0);
      if (whole?.length === phrase.length) add(from, from, whole.alternative);
      continue;
    }
    const singles: Word[] = [];
    for (const { words } of units.slice(from)) {
      if (words.length !== 1 || !words[0]) break;
      singles.push(words[0]);
    }
    const match = abbreviationAt(singles, 0);
    if (!match) continue;
    add(from, from + match.length - 1, match.alternative);
    from += match.length - 1;
  }
  return found;
}

/** The query with its words replaced one for one or one for many, as a correction does. */
export function queryOfWords(words: Word[], form?: Form): ParsedQuery {
  const units = words.map((word): Unit => ({ words: [word], form: form ?? formOf([word]) }));
  const accented = units.some((unit) => unit.form === 'exact');
  return { units, alternatives: findAlternatives(units), accented, quoted: false };
}

/** The same query with every word in one form. */
export function readAs(query: ParsedQuery, form: Form): ParsedQuery {
  const { units, alternatives } = query;
  return {
    ...query,
    units: units.map((unit) => ({ ...unit, form })),
    alternatives: alternatives.map((alternative) => ({ ...alternative, form })),
  };
}
