import fs from 'node:fs';
import { explain } from './bundle.mjs';
import { inRoot, root } from './paths.mjs';

const FILES = [
  'basis-requirements',
  'clearance',
  'licence-compatibility',
  'licence-conditions',
  'open-questions',
  'protection-term',
  'reason-codes',
  'record-conditions',
  'scope',
  'types',
  'interview/interview',
];

/** The rules of the rights room as they run, with their words and the licences the project ships. */
export async function loadRightsRules() {
  const { build } = await import('esbuild');
  const contents = FILES.map((file) => `export * from './src/rights/${file}';`).join('\n');
  const { outputFiles } = await explain(
    build({
      stdin: { contents, resolveDir: root, loader: 'ts' },
      bundle: true,
      format: 'esm',
      platform: 'node',
      write: false,
      logLevel: 'silent',
    }),
  );
  const code = Buffer.from(outputFiles[0].contents).toString('base64');
  const rules = await import(`data:text/javascript;base64,${code}`);
  const json = (file) => JSON.parse(fs.readFileSync(inRoot(file), 'utf8'));
  return {
    ...rules,
    licences: json('seed/reference/licences.json').items,
    periods: json('src/rights/data/term-rules.json'),
    notices: json('src/rights/data/notice-days.json'),
    text: words(json),
  };
}

/** `text('en', 'rights:articles.ip_law_39')`; a parameter is shown as ‹name›. */
function words(json) {
  const texts = Object.fromEntries(
    ['vi', 'en'].map((lang) => [
      lang,
      Object.fromEntries(
        ['rights', 'interview'].map((name) => [name, json(`src/i18n/${lang}/${name}.json`)]),
      ),
    ]),
  );
  return (lang, key) => {
    const [namespace, dotted] = key.split(':');
    const found = dotted.split('.').reduce((node, part) => node?.[part], texts[lang][namespace]);
    if (typeof found !== 'string') throw new Error(`no text ${lang} ${key}`);
    return found.replace(/ \(\{\{article\}\}\)/g, '').replace(/\{\{(\w+)\}\}/g, '‹$1›');
  };
}
