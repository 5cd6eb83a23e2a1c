import type { Token } from '../fold/tokenise';
import type { Word } from '../query/abbreviations';
import { quote } from '../query/fts-expression';
import type { Form } from '../query/parse-query';

/*
 * The table `terms` says which documents have a word in a zone, and which have two words side by side
 * there, as words of its own: without places FTS5 reads the documents of one from a short list, where
 * it would walk through all places of two words to see whether they meet.
 */

/** In what to look: a title; one keyword or one label of a facet; either of these or an abstract; all. */
export type Zone = 'title' | 'names' | 'head' | 'text';

/** Between the words of a pair, and twice after what names the zone; no word of our tokeniser has it. */
export const TERM_SIGN = '_';

const NAME: Record<Exclude<Zone, 'text'>, Record<Form, string>> = {
  title: { folded: 't', exact: 'u' },
  names: { folded: 'n', exact: 'm' },
  head: { folded: 'h', exact: 'g' },
};

/** In a text pairs have no zone, and unmarked ones no form: as in a text without marks. */
const inZone = (zone: Zone, form: Form, term: string): string =>
  zone === 'text' ? term : NAME[zone][form] + TERM_SIGN + TERM_SIGN + term;

/** What to ask for one word, or for two side by side. */
export function termQuestion(zone: Zone, form: Form, words: Word[]): string {
  return quote(inZone(zone, form, words.map((word) => word[form]).join(TERM_SIGN)));
}

const FORMS: Form[] = ['folded', 'exact'];

/** Every word and every two neighbours of a document, each once; of its text only the neighbours. */
export function zoneTerms(zones: Record<Zone, Token[][]>): string {
  const terms = new Set<string>();
  for (const zone of Object.keys(zones) as Zone[]) {
    for (const tokens of zones[zone]) addTerms(terms, zone, tokens);
  }
  return [...terms].join(' ');
}

function addTerms(terms: Set<string>, zone: Zone, tokens: Token[]): void {
  for (const [at, second] of tokens.entries()) {
    const first = tokens[at - 1];
    for (const form of FORMS) {
      if (zone !== 'text') terms.add(inZone(zone, form, second[form]));
      if (first) terms.add(inZone(zone, form, first[form] + TERM_SIGN + second[form]));
    }
  }
}
