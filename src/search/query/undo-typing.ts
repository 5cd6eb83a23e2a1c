import { exactText, foldText } from '../../platform/fold-text';

/** Tone marks as combining characters, by the key that asks for them. */
const TONE: Record<string, string> = {
  s: '\u0301', f: '\u0300', r: '\u0309', x: '\u0303', j: '\u0323',
  '1': '\u0301', '2': '\u0300', '3': '\u0309', '4': '\u0303', '5': '\u0323',
}; // prettier-ignore
const VNI_LETTER: Record<string, Record<string, string>> = {
  '6': { a: 'â', e: 'ê', o: 'ô' },
  '7': { o: 'ơ', u: 'ư' },
  '8': { a: 'ă' },
  '9': { d: 'đ' },
};
const TELEX_DOUBLE: Record<string, string> = { a: 'â', e: 'ê', o: 'ô', d: 'đ' };
const TELEX_W: Record<string, string> = { a: 'ă', o: 'ơ', u: 'ư' };

const ONSET = '(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnpqrstvx])?';
const VOWEL = '[aăâeêioôơuưy]{1,3}';
const CODA = '(?:ng|nh|ch|[cmnpt])?';
const SYLLABLE = new RegExp(`^${ONSET}${VOWEL}${CODA}$`, 'u');

/**
 * The syllable that was meant by keys typed while the Vietnamese keyboard was off (Telex *chuwx*,
 * *truwcj*, *soos*; VNI *ma65t*, *chu74*); null for what is no such syllable.
 */
export function undoTyping(word: string): string | null {
  if (!/^[a-z][a-z1-9]*$/.test(word) || word.length < 2 || word.length > 10) return null;
  const keys = /\d/.test(word) ? vni(word) : telex(word);
  if (!keys) return null;
  const { letters, tone } = keys;
  if (letters === word || !SYLLABLE.test(letters)) return null;
  return exactText(withTone(letters, tone));
}

interface Keys {
  letters: string;
  tone: string;
}

function vni(word: string): Keys | null {
  let letters = '';
  let tone = '';
  for (const key of word) {
    if (/[a-z]/.test(key)) letters += key;
    else if (TONE[key]) tone = TONE[key];
    else {
      const changed = changeLast(letters, VNI_LETTER[key] ?? {});
      if (changed === null) return null;
      letters = changed;
    }
  }
  return { letters: hornBoth(letters), tone };
}

function telex(word: string): Keys {
  let letters = '';
  let tone = '';
  for (const [at, key] of [...word].entries()) {
    const vowelBefore = /[aeiouyăâêôơư]/.test(letters);
    if (at > 0 && vowelBefore && TONE[key]) tone = TONE[key];
    else letters = addTelex(letters, key);
  }
  return { letters: hornBoth(letters), tone };
}

function addTelex(letters: string, key: string): string {
  if (key === 'w') return changeLast(letters, TELEX_W) ?? `${letters}ư`;
  const marked = TELEX_DOUBLE[key];
  // The second of a pair may come after the letters between: *tieengs* is typed *tiengse* as well.
  if (marked) return changeLast(letters, { [key]: marked }) ?? letters + key;
  return letters + key;
}

/** Replaces the last letter that the key changes; null when there is none. */
function changeLast(letters: string, by: Record<string, string>): string | null {
  for (let at = letters.length - 1; at >= 0; at -= 1) {
    const to = by[letters[at] ?? ''];
    if (to) return letters.slice(0, at) + to + letters.slice(at + 1);
  }
  return null;
}

/** One horn is typed for both of *ươ* before a final letter. */
const hornBoth = (letters: string): string => letters.replace(/uơ(?=.)/u, 'ươ').replace('ưo', 'ươ');

/** Where the tone stands: on the marked vowel, else before a final consonant on the last, else on the first of two. */
function withTone(letters: string, tone: string): string {
  if (!tone) return letters;
  const onset = /^(?:qu|gi(?=[aăâeêioôơuưy]))/.exec(letters)?.[0].length ?? 0;
  const places: number[] = [];
  for (let at = onset; at < letters.length; at += 1) {
    if (/[aeiouyăâêôơư]/.test(letters[at] ?? '')) places.push(at);
  }
  const marked = places.filter((at) => foldText(letters[at] ?? '') !== letters[at]);
  const closed = (places.at(-1) ?? 0) < letters.length - 1;
  const plain = closed ? places.at(-1) : places.at(places.length === 3 ? 1 : 0);
  const place = marked.at(-1) ?? plain ?? 0;
  return (letters.slice(0, place + 1) + tone + letters.slice(place + 1)).normalize('NFC');
}
