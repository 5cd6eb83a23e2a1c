import { translate, type Lang } from '../../i18n/translate';
import type { Localized, LocalizedList, Snapshot } from '../../publishing/read/snapshot';
import { materialAddress } from './material';
import { escapeMarkup } from './xml';

interface Element {
  name: string;
  value: string | null | undefined;
  lang?: Lang;
  /** Encoding scheme, `xsi:type`. */
  scheme?: string;
}

/**
 * Dublin Core in XML (ISO 15836, TCVN 7980-2): the fifteen elements in `dc`, their refinements in
 * `dcterms`, after DCMI's guidelines. Texts stand in every language they have, marked by
 * `xml:lang`; the language asked for comes first.
 */
export function presentDublinCore(input: {
  snapshot: Snapshot;
  lang: Lang;
  publicUrl: string;
}): string {
  const elements = dublinCore(input).filter(({ value }) => value != null && value !== '');
  const lines = elements.map(({ name, value, lang, scheme }) => {
    const attributes = `${lang ? ` xml:lang="${lang}"` : ''}${scheme ? ` xsi:type="${scheme}"` : ''}`;
    return `  <${name}${attributes}>${escapeMarkup(value ?? '')}</${name}>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    ...lines,
    '</metadata>',
    '',
  ].join('\n');
}

function dublinCore(input: { snapshot: Snapshot; lang: Lang; publicUrl: string }): Element[] {
  const { snapshot: s, lang, publicUrl } = input;
  const order: Lang[] = lang === 'en' ? ['en', 'vi'] : ['vi', 'en'];
  const texts = (name: string, value: Localized | null): Element[] =>
    order.map((each) => ({ name, value: value?.[each], lang: each }));
  const lists = (name: string, value: LocalizedList): Element[] =>
    order.flatMap((each) => (value[each] ?? []).map((text) => ({ name, value: text, lang: each })));
  const labels = (name: string, coded: { label: Localized }[]): Element[] =>
    coded.flatMap(({ label }) => texts(name, label));
  const one = (name: string, value: string | number | null, scheme?: string): Element => ({
    name,
    value: value === null ? null : String(value),
    ...(scheme ? { scheme } : {}),
  });
  const isAuthor = (role: string) => role === 'author' || role === 'creator';
  return [
    one('dc:identifier', s.identifier),
    one('dc:identifier', materialAddress(publicUrl, s.identifier), 'dcterms:URI'),
    ...texts('dc:title', s.title),
    ...texts('dcterms:alternative', s.alternativeTitle),
    ...texts('dcterms:abstract', s.abstract),
    ...s.language.map((tag) => one('dc:language', tag, 'dcterms:RFC5646')),
    ...lists('dc:subject', s.keywords),
    ...labels('dc:subject', s.subjects),
    ...labels('dc:subject', s.features),
    one('dcterms:spatial', s.place),
    ...s.creators.map(({ name, role }) =>
      one(isAuthor(role) ? 'dc:creator' : 'dc:contributor', name),
    ),
    one('dc:publisher', s.publisher),
    ...texts('dcterms:provenance', s.department.label),
    one('dcterms:issued', s.issued ?? s.publishedAt, 'dcterms:W3CDTF'),
    one('dcterms:modified', s.modifiedAt, 'dcterms:W3CDTF'),
    one('dcterms:hasVersion', s.revision),
    ...labels('dc:type', s.type ? [s.type] : []),
    ...s.files.flatMap((file) => [
      one('dc:format', file.mediaType, 'dcterms:IMT'),
      one('dcterms:extent', `${String(file.size)} bytes`),
      one('dcterms:extent', `sha256:${file.sha256}`),
    ]),
    one('dcterms:extent', s.duration),
    ...labels('dcterms:educationLevel', s.levels),
    ...labels('dcterms:audience', s.audiences),
    ...s.educationalUse.map((use) => one('dcterms:instructionalMethod', use)),
    one('dcterms:instructionalMethod', s.interactivity),
    ...order.map((each) => ({
      name: 'dcterms:accessRights',
      value: translate(each, 'delivery:presenters.access'),
      lang: each,
    })),
    ...(s.licence.url === null
      ? texts('dcterms:license', s.licence.label)
      : [one('dcterms:license', s.licence.url, 'dcterms:URI')]),
    one('dcterms:rightsHolder', s.rightsHolder),
    one('dcterms:dateCopyrighted', s.copyrightYear, 'dcterms:W3CDTF'),
    ...texts('dcterms:bibliographicCitation', s.attribution),
    ...s.basedOn.map((source) => one('dc:source', source)),
    ...s.partOf.map((whole) => one('dcterms:isPartOf', whole)),
  ];
}
