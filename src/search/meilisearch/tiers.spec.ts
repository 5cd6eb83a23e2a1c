import { describe, expect, it } from 'vitest';
import { parseQuery } from '../query/parse-query';
import { spellUnits } from './ask';
import { questionGroups, TIER } from './tiers';

const groups = (q: string) =>
  questionGroups(parseQuery(q)).map((questions) => questions.map((question) => question.q));

describe('what Meilisearch is asked', () => {
  it('quotes every word, so that none matches by mistake', () => {
    for (const q of groups('an toàn giao thông').flat()) expect(q).toMatch(/^("[a-z0-9 ]+" ?)+$/);
  });

  it('asks for marks where they were typed, and only there', () => {
    const strewn = groups('an toàn').at(-1);
    expect(strewn).toEqual(['"an" "toazfnzq"']);
  });

  it('asks a name first as it stands, then loosely, then anywhere', () => {
    const [close, loose, strewn] = groups('an toàn');
    expect(close).toContain('"anzq toazfnzq"');
    expect(loose).toContain('"an toan" "toazfnzq"');
    expect(strewn).toHaveLength(1);
    expect(groups('rừng núi')).toHaveLength(2);
  });

  it('asks for everything at once where nothing would be concluded', () => {
    expect(groups('bốn chữ là câu')).toHaveLength(1);
    expect(questionGroups(parseQuery('bốn chữ là câu')).flat().at(-1)?.tier).toBe(TIER.strewn);
  });

  it('words an abbreviation both ways', () => {
    const all = groups('GDTX').flat();
    expect(all).toContain('"gdtx"');
    expect(all).toContain('"giao duc thuong xuyen"');
  });

  it('asks nothing where there is no word', () => {
    expect(groups('?! "')).toEqual([]);
  });

  it('asks at most ten units: phrases first, then long words, in their order', () => {
    const { units } = parseQuery('a b c d e f g h i j nghiêng trường "k l"');
    const asked = spellUnits(units).match(/"[^"]+"/g) ?? [];
    expect(asked).toHaveLength(10);
    expect(asked.slice(-3)).toEqual(['"nghiezangzq"', '"truzhozhzfngzq"', '"k l"']);
    expect(spellUnits(parseQuery('từ từ từ').units)).toBe('"tuzhzfzq"');
  });
});
