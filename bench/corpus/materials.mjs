/**
 * Vietnamese materials for the benches: made from a seed, one at a time, never all in memory. Text
 * has the shape of life rather than its sense: lengths are log-normal, syllables follow Zipf's law,
 * and the words of a subject stand together, so that there are phrases and rare terms.
 */
import { createRandom, shuffled, zipf } from './random.mjs';
import { FUNCTION_SYLLABLES, GENERAL_WORDS, SUBJECTS, possibleSyllables } from './words.mjs';

const RARE_SYLLABLES = 4_000;
const OWN_TERMS = 3_000;
const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz';

const TYPES = { 'bai-giang': 'Bài giảng', 'giao-trinh': 'Giáo trình', 'tai-lieu': 'Tài liệu tham khảo', video: 'Video', 'am-thanh': 'Âm thanh', 'de-thi': 'Đề kiểm tra', 'ke-hoach': 'Kế hoạch bài dạy', 'to-roi': 'Tờ rơi' }; // prettier-ignore
const LEVELS = { 'mam-non': 'Mầm non', 'tieu-hoc': 'Tiểu học', thcs: 'Trung học cơ sở', thpt: 'Trung học phổ thông', gdtx: 'Giáo dục thường xuyên', gdnn: 'Giáo dục nghề nghiệp', 'cong-dong': 'Cộng đồng' }; // prettier-ignore
const AUDIENCES = { 'hoc-sinh': 'Học sinh', 'giao-vien': 'Giáo viên', 'phu-huynh': 'Phụ huynh', 'nguoi-lon': 'Người lớn', 'cao-tuoi': 'Người cao tuổi' }; // prettier-ignore
const FORMS = ['Giáo trình', 'Bài giảng', 'Hướng dẫn', 'Tài liệu', 'Sổ tay', 'Chuyên đề', 'Kỹ thuật', 'Bài tập', 'Tìm hiểu', 'Ôn tập', 'Cẩm nang', 'Kế hoạch bài dạy']; // prettier-ignore
const DISTRICTS = ['Ba Đình', 'Hoàn Kiếm', 'Tây Hồ', 'Long Biên', 'Cầu Giấy', 'Đống Đa', 'Hai Bà Trưng', 'Hoàng Mai', 'Thanh Xuân', 'Sóc Sơn', 'Đông Anh', 'Gia Lâm', 'Nam Từ Liêm', 'Thanh Trì', 'Mê Linh', 'Hà Đông', 'Sơn Tây', 'Ba Vì', 'Phúc Thọ', 'Đan Phượng', 'Hoài Đức', 'Quốc Oai', 'Thạch Thất', 'Chương Mỹ', 'Thanh Oai', 'Thường Tín', 'Phú Xuyên', 'Ứng Hòa', 'Mỹ Đức']; // prettier-ignore
const ENGLISH = 'the of and to in a is for learning students teachers lesson practice health water science history language community skills methods guide basic'.split(' '); // prettier-ignore

/** What all documents of one seed draw from. */
export function vocabularyOf(seed) {
  const random = createRandom(seed);
  const rare = shuffled(possibleSyllables(), random).slice(0, RARE_SYLLABLES);
  // Terms of one field alone: two rarer syllables that belong together.
  const terms = Array.from(
    { length: OWN_TERMS },
    () => `${random.pick(rare)} ${random.pick(rare)}`,
  );
  const codes = Object.keys(SUBJECTS);
  const perSubject = Math.floor(terms.length / codes.length);
  const bySubject = Object.fromEntries(
    codes.map((code, at) => [
      code,
      {
        usual: zipf(SUBJECTS[code].words, { steep: 0.9 }),
        terms: terms.slice(at * perSubject, (at + 1) * perSubject),
        term: zipf(terms.slice(at * perSubject, (at + 1) * perSubject), { steep: 0.8, flat: 5 }),
      },
    ]),
  );
  return {
    bySubject,
    rare,
    subject: zipf(codes, { steep: 0.6, flat: 3 }),
    grammar: zipf(FUNCTION_SYLLABLES, { steep: 1, flat: 4 }),
    general: zipf(GENERAL_WORDS, { steep: 0.9, flat: 4 }),
    anyRare: zipf(rare, { steep: 1, flat: 10 }),
  };
}

/** The words that one document is about: they come back throughout it. */
function topicOf(vocabulary, code, random) {
  const { usual, term } = vocabulary.bySubject[code];
  const words = new Set();
  for (let n = 0; n < 7; n += 1) words.add(usual(random));
  for (let n = random.below(4); n > 0; n -= 1) words.add(term(random));
  return [...words];
}

/** Running text of about so many syllables. */
function prose(vocabulary, code, topic, syllables, random) {
  const { usual } = vocabulary.bySubject[code];
  const parts = [];
  let sentence = 8 + random.below(18);
  let opening = true;
  for (let written = 0; written < syllables;) {
    const at = random.next();
    let word;
    if (at < 0.47) word = vocabulary.grammar(random);
    else if (at < 0.63) word = vocabulary.general(random);
    else if (at < 0.8) word = topic[Math.floor(random.next() ** 2 * topic.length)];
    else if (at < 0.9) word = usual(random);
    else if (at < 0.985) word = vocabulary.anyRare(random);
    else word = String(1 + random.below(random.chance(0.3) ? 2030 : 60));
    written += word.includes(' ') ? 2 : 1;
    if (opening) word = word[0].toUpperCase() + word.slice(1);
    opening = false;
    sentence -= 1;
    if (sentence <= 0) {
      word += random.chance(0.12) ? '.\n\n' : '. ';
      sentence = 8 + random.below(18);
      opening = true;
    } else word += random.chance(0.05) ? ', ' : ' ';
    parts.push(word);
  }
  return parts.join('').trim();
}

function titleOf(vocabulary, topic, random) {
  const parts = [random.pick(FORMS), topic[0]];
  if (random.chance(0.7)) parts.push(random.chance(0.5) ? 'và' : 'trong', topic.at(-1));
  if (random.chance(0.4))
    parts.push('cho', Object.values(AUDIENCES)[random.below(5)].toLowerCase());
  if (random.chance(0.4)) parts.push(`lớp ${String(1 + random.below(12))}`);
  if (random.chance(0.2)) parts.push(vocabulary.general(random));
  if (random.chance(0.15)) parts.push(`tập ${String(1 + random.below(3))}`);
  return parts.join(' ');
}

const identifierOf = (index, random) => {
  let text = '';
  for (let n = 0; n < 16; n += 1) text += CROCKFORD[random.below(32)];
  return `hl-${text}${index
    .toString(32)
    .padStart(4, '0')
    .replace(/[ilou]/g, 'z')}`;
};

function some(all, most, random) {
  const found = new Set([random.pick(all)]);
  while (found.size < most && random.chance(0.3)) found.add(random.pick(all));
  return [...found];
}

const moment = (days, random) =>
  new Date(Date.UTC(2020, 0, 1) + (days * 86_400 + random.below(86_400)) * 1000)
    .toISOString()
    .replace('.000', '');

/** Books are few and long; the rest has the length of a lesson. */
const bodyLength = (random) =>
  random.chance(0.004) ? random.length(15_000, 0.35, 40_000) : random.length(900, 0.65, 20_000);

/** Material number `index` of a seed, as the search port takes it; the same at every call. */
export function materialAt(vocabulary, seed, index) {
  const random = createRandom(Math.imul(index + 1, 2654435761) ^ Math.imul(seed, 40503));
  const code = vocabulary.subject(random);
  const topic = topicOf(vocabulary, code, random);
  const text = (syllables) => prose(vocabulary, code, topic, syllables, random);
  const english = random.chance(0.05);
  const words = (n) => Array.from({ length: n }, () => random.pick(ENGLISH)).join(' ');
  const level = some(Object.keys(LEVELS), 3, random);
  const audience = some(Object.keys(AUDIENCES), 2, random);
  const type = random.pick(Object.keys(TYPES));
  const district = random.below(DISTRICTS.length);
  const subject = random.chance(0.15) ? [...new Set([code, vocabulary.subject(random)])] : [code];
  const published = random.below(2_400);
  return {
    identifier: identifierOf(index, random),
    title: { vi: titleOf(vocabulary, topic, random), ...(english ? { en: words(7) } : {}) },
    keywords: { vi: topic.slice(0, 3 + random.below(3)) },
    abstract: random.chance(0.9)
      ? { vi: text(random.length(55, 0.5, 300)), ...(english ? { en: words(40) } : {}) }
      : null,
    body: random.chance(0.06) ? '' : text(bodyLength(random)),
    labels: [
      ...subject.map((one) => SUBJECTS[one].label),
      TYPES[type],
      ...level.map((one) => LEVELS[one]),
      ...audience.map((one) => AUDIENCES[one]),
      `Trung tâm giáo dục thường xuyên ${DISTRICTS[district]}`,
    ],
    facets: {
      subject,
      level,
      audience,
      type: [type],
      department: [`d-${String(district + 1)}`],
      licence: [random.pick(['cc-by', 'cc-by-sa', 'cc-by-nc', 'noi-bo', 'cong-cong'])],
      language: english ? ['vi', 'en'] : ['vi'],
      feature: random.chance(0.3) ? [random.pick(['captions', 'transcript', 'largePrint'])] : [],
    },
    publishedAt: moment(published, random),
    modifiedAt: moment(published + random.below(100), random),
  };
}

/** `size` materials, one after the other. */
export async function* materials({ seed, size }) {
  const vocabulary = vocabularyOf(seed);
  for (let index = 0; index < size; index += 1) yield materialAt(vocabulary, seed, index);
}
