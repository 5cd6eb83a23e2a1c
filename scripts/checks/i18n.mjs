import fs from 'node:fs';
import path from 'node:path';
import { inRoot } from '../lib/paths.mjs';
import { filesUnder } from '../lib/sources.mjs';

const LANGS = ['vi', 'en'];
const PLURAL = /_(zero|one|two|few|many|other)$/;

/**
 * Both languages say the same things with the same variables, nothing is empty, every key that the
 * source names exists, and every error code has its words. Returns what is wrong, a line each.
 */
export function checkI18n() {
  const texts = Object.fromEntries(LANGS.map((lang) => [lang, readTexts(lang)]));
  return [
    ...doubledKeys(),
    ...parity(texts.vi, texts.en),
    ...LANGS.flatMap((lang) => [...emptyValues(lang, texts[lang]), ...plurals(lang, texts[lang])]),
    ...namedKeys(texts.vi),
    ...errorCodes(texts.vi),
  ];
}

/** `namespace:dotted.key` → text, of every namespace. */
function readTexts(lang) {
  const texts = new Map();
  for (const file of filesUnder(`src/i18n/${lang}`, (name) => name.endsWith('.json'))) {
    const namespace = path.basename(file, '.json');
    flatten(JSON.parse(fs.readFileSync(inRoot(file), 'utf8')), `${namespace}:`, texts);
  }
  return texts;
}

/** `JSON.parse` takes the last of two keys with one name, without a word. */
function doubledKeys() {
  return LANGS.flatMap((lang) => filesUnder(`src/i18n/${lang}`, (name) => name.endsWith('.json')))
    .map((file) => [file, fs.readFileSync(inRoot(file), 'utf8')])
    .filter(([, text]) => (text.match(/^\s*"[^"]+":/gm) ?? []).length !== keysIn(JSON.parse(text)))
    .map(([file]) => `${file}: a key stands there twice`);
}

const keysIn = (value) =>
  typeof value === 'object' && value !== null
    ? Object.values(value).reduce((sum, inner) => sum + 1 + keysIn(inner), 0)
    : 0;

function flatten(value, key, into) {
  if (typeof value !== 'object' || value === null) return into.set(key, value);
  for (const [name, inner] of Object.entries(value)) {
    flatten(inner, key.endsWith(':') ? `${key}${name}` : `${key}.${name}`, into);
  }
}

/** Plural forms count as one text; their variables are taken together (`_one` may leave out the count). */
function byBase(texts) {
  const bases = new Map();
  for (const [key, text] of texts) {
    const base = key.replace(PLURAL, '');
    bases.set(base, new Set([...(bases.get(base) ?? []), ...variables(text)]));
  }
  return bases;
}

const variables = (text) =>
  [...String(text).matchAll(/\{\{-?\s*([\w.]+)[^}]*\}\}|\$t\(([^)]+)\)/g)].map((m) => m[1] ?? m[2]);

function parity(vi, en) {
  const [left, right] = [byBase(vi), byBase(en)];
  const problems = [];
  for (const key of new Set([...left.keys(), ...right.keys()])) {
    const [a, b] = [left.get(key), right.get(key)];
    if (!a || !b) problems.push(`${key}: missing in ${a ? 'en' : 'vi'}`);
    else if ([...a].sort().join() !== [...b].sort().join()) {
      problems.push(`${key}: variables differ, vi {${[...a].sort()}} en {${[...b].sort()}}`);
    }
  }
  return problems;
}

const emptyValues = (lang, texts) =>
  [...texts]
    .filter(([, text]) => typeof text !== 'string' || text.trim() === '')
    .map(([key]) => `${key}: empty or not a text in ${lang}`);

function plurals(lang, texts) {
  const needed = new Intl.PluralRules(lang).resolvedOptions().pluralCategories;
  const bases = [...texts.keys()]
    .filter((key) => PLURAL.test(key))
    .map((key) => key.replace(PLURAL, ''));
  return [...new Set(bases)].flatMap((base) =>
    needed
      .filter((form) => !texts.has(`${base}_${form}`))
      .map((form) => `${base}_${form}: missing in ${lang}`),
  );
}

/** Literals `'ns:key'` in the source whose namespace is ours. */
function namedKeys(texts) {
  const known = new Set([...texts.keys()].flatMap((key) => [key, key.replace(PLURAL, '')]));
  const namespaces = new Set([...texts.keys()].map((key) => key.split(':')[0]));
  const isSource = (file) => /\.tsx?$/.test(file) && !/\.(spec|test)\.tsx?$/.test(file);
  return [...filesUnder('src', isSource), ...filesUnder('collections', isSource)].flatMap((file) =>
    [
      ...fs
        .readFileSync(inRoot(file), 'utf8')
        .matchAll(/(['"`])([a-z][\w-]*):([\w-]+(?:\.[\w-]+)*)\1/g),
    ]
      .filter(
        ([, , namespace, key]) => namespaces.has(namespace) && !known.has(`${namespace}:${key}`),
      )
      .map(([, , namespace, key]) => `${file} names ${namespace}:${key}, which does not exist`),
  );
}

function errorCodes(texts) {
  const table = fs.readFileSync(inRoot('src/platform/errors.ts'), 'utf8');
  const keys = [...texts.keys()];
  return [...table.matchAll(/^ {2}(\w+): \{ status:/gm)]
    .map(([, code]) => `errors:${code}`)
    .filter((key) => !keys.some((known) => known === key || known.startsWith(`${key}.`)))
    .map((key) => `${key}: an error without words`);
}
