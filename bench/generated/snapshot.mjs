/** A material of the corpus as a publication says it: terms, departments and licences of the seed. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { SUBJECTS } from '../corpus/words.mjs';
import { root } from '../lib/processes.mjs';

const read = (name) =>
  JSON.parse(readFileSync(path.join(root, 'seed/reference', `${name}.json`), 'utf8')).items;
const allTerms = read('terms');
const inScheme = (wanted) => allTerms.filter(({ scheme }) => scheme === wanted);
const terms = Object.fromEntries(
  ['types', 'subjects', 'levels', 'audiences', 'features'].map((name) => [name, inScheme(name)]),
);
const departments = read('departments');
const licences = read('licences').filter(
  ({ kind, active }) => active && kind === 'creative_commons',
);
const subjectCodes = Object.keys(SUBJECTS);

const numberOf = (text) => [...text].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) >>> 0; // prettier-ignore
const coded = ({ code, label, uri }) => ({ code, label, uri: uri ?? null });
/** Of a scheme the term that stands for a code of the corpus: always the same. */
const termFor = (scheme, code) => coded(terms[scheme][numberOf(code) % terms[scheme].length]);
const distinct = (all) => [...new Map(all.map((one) => [one.code, one])).values()];
const moment = (text) => new Date(text).toISOString();

function described({ facets }, index) {
  const subject = (code) =>
    coded(terms.subjects[subjectCodes.indexOf(code) % terms.subjects.length]);
  const department = departments[Number(facets.department[0].slice(2)) % departments.length];
  const { code, version, label, url, permits } = licences[index % licences.length];
  return {
    type: termFor('types', facets.type[0]),
    subjects: distinct(facets.subject.map(subject)),
    levels: distinct(facets.level.map((level) => termFor('levels', level))),
    audiences: distinct(facets.audience.map((audience) => termFor('audiences', audience))),
    features: distinct(facets.feature.map((feature) => termFor('features', feature))),
    department: { code: department.code, label: department.name, uri: null },
    publisher: department.name.vi,
    licence: { code, version, label, url: url ?? null, permits: permits ?? [] },
    rightsHolder: department.name.vi,
    attribution: { vi: `${department.name.vi}, 2025`, en: `${department.name.en}, 2025` },
  };
}

/** Snapshot number `index`, in all its languages; `files` are those that it names. */
export function snapshotOf(material, index, files) {
  const { title, keywords, abstract, facets } = material;
  const publishedAt = moment(material.publishedAt);
  return {
    identifier: material.identifier,
    revision: 1,
    languages: title.en ? ['vi', 'en'] : ['vi'],
    title,
    alternativeTitle: null,
    abstract,
    keywords,
    language: facets.language,
    ...described(material, index),
    creators: [
      { name: 'Nguyễn Thị Lan', role: 'author' },
      { name: 'Trần Quốc Bảo', role: 'reviewer' },
    ],
    issued: publishedAt.slice(0, 10),
    publishedAt,
    modifiedAt: moment(material.modifiedAt),
    copyrightYear: 2025,
    accessibility: {
      modes: ['textual', 'visual'],
      sufficient: ['textual'],
      features: ['taggedPDF'],
      hazards: ['none'],
      summary: null,
    },
    ageRange: null,
    duration: 'PT45M',
    outcomes: { vi: keywords.vi.map((word) => `Nêu được ${word}`) },
    educationalUse: ['instruction'],
    interactivity: 'expositive',
    place: 'Hà Nội',
    basedOn: [],
    partOf: [],
    files,
    access: 'open',
    download: true,
  };
}
