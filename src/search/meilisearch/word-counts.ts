import type { Word } from '../query/abbreviations';
import type { Form } from '../query/parse-query';
import { spellUnits } from './ask';
import { countEach, type OpenIndex } from './index-session';

/** How many documents have each of the words, in one form. */
export async function countWords(
  index: OpenIndex,
  words: Word[],
  form: Form,
): Promise<Map<string, number>> {
  const different = [...new Map(words.map((word) => [word[form], word])).values()];
  const questions = different.map((word) => ({
    q: spellUnits([{ words: [word], form }]),
    fields: null,
    tier: 0,
  }));
  const counts = await countEach(index, questions);
  return new Map(different.map((word, at) => [word[form], counts[at] ?? 0]));
}
