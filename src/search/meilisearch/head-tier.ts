import { foldToken } from '../fold/tokenise';
import type { HeadWords } from '../query/head-score';
import { readAs, type ParsedQuery, type Unit } from '../query/parse-query';
import { TIER } from './tiers';
import { sideBySide, variantsOf } from './variants';

/**
 * The tier of a document of which the whole head is known. Of its text it is known only by which
 * question it was found.
 */
export function tierOf(query: ParsedQuery, head: HeadWords, asked: number): number {
  const exact = headTier(query.accented ? readAs(query, 'exact') : query, head);
  const strict = exact ?? (asked === TIER.phrase ? TIER.phrase : null);
  if (strict !== null) return strict;
  const loose = query.accented ? headTier(query, head) : null;
  if (loose !== null) return loose + TIER.looser;
  return asked === TIER.phrase + TIER.looser ? asked : TIER.strewn;
}

function headTier(query: ParsedQuery, head: HeadWords): number | null {
  const { title, keywords, labels, abstract } = head;
  const names = [...keywords, ...labels];
  const variants = variantsOf(query);
  const phrases = variants.map(sideBySide).filter((phrase) => phrase !== null);
  const together = (texts: string[][]) => phrases.some((phrase) => standsIn(texts, phrase));
  const allIn = (texts: string[][]) =>
    variants.some((units) => units.every((unit) => standsIn(texts, unit)));
  if (together(title)) return TIER.titlePhrase;
  if (allIn(title)) return TIER.title;
  if (together(names)) return TIER.name;
  return allIn([...title, ...names, ...abstract]) ? TIER.head : null;
}

function standsIn(texts: string[][], { words, form }: Unit): boolean {
  const same = (token: string | undefined, at: number) =>
    token !== undefined && (form === 'exact' ? token : foldToken(token)) === words[at]?.[form];
  return texts.some((text) =>
    text.some((_, from) => words.every((_word, at) => same(text[from + at], at))),
  );
}

/** The forms in which a document of this tier has the words. */
export function formsOfTier(query: ParsedQuery, tier: number): ParsedQuery {
  return query.accented && tier < TIER.looser ? readAs(query, 'exact') : query;
}
