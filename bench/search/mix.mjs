/**
 * What people ask, as a mix of kinds in equal parts. A round is made from its number: two rounds ask
 * the same kinds of other words, so that only what is common to queries is known from the one before.
 */
import { vocabularyOf } from '../corpus/materials.mjs';
import { createRandom, shuffled } from '../corpus/random.mjs';
import { FUNCTION_SYLLABLES, GENERAL_WORDS, SUBJECTS } from '../corpus/words.mjs';
import { materialAt } from '../corpus/materials.mjs';

const FACETS = ['subject', 'level', 'type', 'department'];
const PER_KIND = 12;
const PLAIN = { đ: 'd', Đ: 'D' };

const unaccented = (text) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, (letter) => PLAIN[letter]);

/** Two neighbouring letters of one longer word change places, or one is left out. */
function mistyped(text, random) {
  const words = text.split(' ');
  const long = words.flatMap((word, at) => (word.length >= 4 ? [at] : []));
  const at = long.length > 0 ? random.pick(long) : 0;
  const word = words[at];
  const cut = 1 + random.below(Math.max(1, word.length - 2));
  words[at] = random.chance(0.5)
    ? word.slice(0, cut) + (word[cut + 1] ?? '') + word[cut] + word.slice(cut + 2)
    : word.slice(0, cut) + word.slice(cut + 1);
  return words.join(' ');
}

/** The kinds, each a way to make one query. */
function kinds(seed, size) {
  const vocabulary = vocabularyOf(seed);
  const codes = Object.keys(SUBJECTS);
  const common = [...GENERAL_WORDS.join(' ').split(' '), ...FUNCTION_SYLLABLES.slice(0, 60)];
  const topical = (random) => random.pick(SUBJECTS[random.pick(codes)].words);
  const term = (random) => random.pick(vocabulary.bySubject[random.pick(codes)].terms);
  const text = (random) => {
    for (;;) {
      const { body } = materialAt(vocabulary, seed, random.below(size));
      const sentences = body.split(/\.\s+/).filter((one) => one.length > 60);
      if (sentences.length > 0) return random.pick(sentences).replaceAll(/[,"]/g, '');
    }
  };
  const few = (from, least, most) => (random) =>
    shuffled(from, random)
      .slice(0, least + random.below(most - least + 1))
      .join(' ');
  const pairOf = (random) => {
    const { words } = SUBJECTS[random.pick(codes)];
    return `${random.pick(words)} ${random.pick(words)}`;
  };
  return {
    'rare syllable': (r) => ({ q: r.pick(vocabulary.rare) }),
    'common syllable': (r) => ({ q: r.pick(common) }),
    'two common': (r) => ({ q: few(common, 2, 2)(r) }),
    'three to six common': (r) => ({ q: few(common, 3, 6)(r) }),
    'word of a subject': (r) => ({ q: topical(r) }),
    'two words of a subject': (r) => ({ q: pairOf(r) }),
    'rare and common': (r) => ({ q: `${term(r)} ${r.pick(GENERAL_WORDS)}` }),
    'phrase in quotes': (r) => ({ q: `"${r.pick(text(r).match(/\S+ \S+ \S+/g))}"` }),
    'common phrase in quotes': (r) => ({ q: `"${r.pick(GENERAL_WORDS)}"` }),
    'word and a common word': (r) => ({ q: `${topical(r)} ${r.pick(GENERAL_WORDS)}` }),
    unaccented: (r) => ({ q: unaccented(r.chance(0.5) ? topical(r) : pairOf(r)) }),
    mistyped: (r) => ({ q: mistyped(r.chance(0.5) ? topical(r) : `${topical(r)} ${topical(r)}`, r) }), // prettier-ignore
    'a sentence': (r) => ({
      q: text(r)
        .split(' ')
        .slice(0, 8 + r.below(12))
        .join(' '),
    }),
    'filtered by one': (r) => ({ q: topical(r), filters: { subject: [r.pick(codes)] } }),
    'filtered by three': (r) => ({
      q: r.pick(GENERAL_WORDS),
      filters: {
        subject: [r.pick(codes), r.pick(codes)],
        level: ['thpt', 'thcs'],
        language: ['vi'],
      },
    }),
    browse: (r) => ({ q: '', ...(r.chance(0.5) ? { filters: { subject: [r.pick(codes)] } } : {}) }),
    suggest: (r) => ({ suggest: true, q: topical(r).slice(0, 2 + r.below(6)) }),
  };
}

/** The queries of one round, shuffled. */
export function roundOf({ seed, size, number, perKind = PER_KIND }) {
  const random = createRandom(seed * 1_000 + number);
  const all = Object.entries(kinds(seed, size)).flatMap(([kind, make]) =>
    Array.from({ length: perKind }, () => ({ kind, ...make(random) })),
  );
  return shuffled(all, random).map(({ kind, suggest = false, q, filters = {} }) => ({
    kind,
    suggest,
    query: suggest ? { q, limit: 8 } : { q, filters, facets: FACETS, sort: 'relevance', limit: 20 },
  }));
}
