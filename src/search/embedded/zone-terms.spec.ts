import { describe, expect, it } from 'vitest';
import { tokenise } from '../fold/tokenise';
import type { Form } from '../query/parse-query';
import { termQuestion, zoneTerms, type Zone } from './zone-terms';

type Texts = Partial<Record<Zone, string[]>>;

/** As the table splits it: at spaces. */
const termsOf = (texts: Texts): string[] =>
  zoneTerms({
    title: (texts.title ?? []).map(tokenise),
    names: (texts.names ?? []).map(tokenise),
    head: (texts.head ?? []).map(tokenise),
    text: (texts.text ?? []).map(tokenise),
  }).split(' ');

/** Whether a document with these texts is found by the words in the zone. */
const isFound = (texts: Texts, zone: Zone, form: Form, words: string): boolean =>
  termsOf(texts).some((term) => `"${term}"` === termQuestion(zone, form, tokenise(words)));

describe('the terms of a document', () => {
  const title = { title: ['Giáo dục sức khoẻ'] };

  it('are found by a word and by two neighbours of the zone, with marks and without', () => {
    expect(isFound(title, 'title', 'exact', 'dục')).toBe(true);
    expect(isFound(title, 'title', 'exact', 'giáo dục')).toBe(true);
    expect(isFound(title, 'title', 'folded', 'suc khoe')).toBe(true);
  });

  it('are not found by other marks, nor by words that are no neighbours or stand the other way', () => {
    expect(isFound(title, 'title', 'exact', 'giao dục')).toBe(false);
    expect(isFound(title, 'title', 'folded', 'giao suc')).toBe(false);
    expect(isFound(title, 'title', 'folded', 'duc giao')).toBe(false);
  });

  it('are those of their zone alone', () => {
    expect(isFound(title, 'names', 'folded', 'giao')).toBe(false);
    expect(isFound(title, 'head', 'folded', 'giao duc')).toBe(false);
    expect(isFound(title, 'text', 'folded', 'giao duc')).toBe(false);
  });

  it('have no neighbours across two texts of a zone', () => {
    const names = { names: ['giáo dục', 'sức khoẻ'] };
    expect(isFound(names, 'names', 'folded', 'suc khoe')).toBe(true);
    expect(isFound(names, 'names', 'folded', 'duc suc')).toBe(false);
  });

  it('are of a whole text only the neighbours: its words are looked for elsewhere', () => {
    const text = { text: ['Giáo dục sức khoẻ'] };
    expect(isFound(text, 'text', 'exact', 'sức khoẻ')).toBe(true);
    expect(isFound(text, 'text', 'exact', 'sức')).toBe(false);
  });

  it('stand there once, however often they are said', () => {
    const once = termsOf({ title: ['Ba ba ba'] });
    expect(new Set(once).size).toBe(once.length);
    expect(once).toHaveLength(4);
  });
});
