import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SaxesParser } from 'saxes';
import type { Snapshot } from '../../src/publishing/read/snapshot';
import { makeFile, makeSnapshot } from './make-snapshot';
import { startSite, type Site } from './site';

let site: Site;
let s: Snapshot;
beforeAll(async () => {
  site = await startSite();
  s = await site.publish(
    makeSnapshot({
      alternativeTitle: { vi: 'Ba sạch' },
      features: [{ code: '1.4', label: { vi: 'Học trong gia đình' } }],
      files: [makeFile({ altText: { vi: 'Áp phích' } })],
      basedOn: ['https://example.org/source'],
      partOf: ['hl-0000000000'],
      outcomes: { vi: ['Kể được <ba> dấu hiệu & hơn'] },
    }),
  );
});
afterAll(async () => {
  await site.close();
});

/** Element names with their texts; throws unless the document is well-formed with its namespaces. */
function parseXml(text: string): { name: string; lang: string | undefined; text: string }[] {
  const found: { name: string; lang: string | undefined; text: string }[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    found.push({ name, lang: attributes['xml:lang']?.value, text: '' });
  });
  parser.on('text', (piece) => {
    const last = found.at(-1);
    if (last) last.text += piece.trim();
  });
  parser.write(text).close();
  return found;
}

describe('schema.org', () => {
  it('has a property for every row of the metadata table', async () => {
    const reply = await site.ask(`/v1/materials/${s.identifier}`, {
      accept: 'application/ld+json',
    });
    expect(reply.headers['content-type']).toBe('application/ld+json; charset=utf-8');
    const ld = JSON.parse(reply.text) as Record<string, unknown>;
    expect(ld['@type']).toEqual(['LearningResource', 'DigitalDocument']);
    expect(ld['@id']).toBe(`https://hoclieu.example.vn/v1/materials/${s.identifier}`);
    for (const property of [
      'identifier',
      'name',
      'alternateName',
      'description',
      'inLanguage',
      'keywords',
      'about',
      'spatialCoverage',
      'author',
      'contributor',
      'publisher',
      'sourceOrganization',
      'datePublished',
      'dateModified',
      'version',
      'creativeWorkStatus',
      'learningResourceType',
      'encoding',
      'encodingFormat',
      'educationalLevel',
      'audience',
      'typicalAgeRange',
      'timeRequired',
      'educationalUse',
      'interactivityType',
      'teaches',
      'isAccessibleForFree',
      'conditionsOfAccess',
      'license',
      'copyrightHolder',
      'copyrightYear',
      'creditText',
      'isBasedOn',
      'isPartOf',
      'accessMode',
      'accessModeSufficient',
      'accessibilityFeature',
      'accessibilityHazard',
      'accessibilitySummary',
    ]) {
      expect(ld, property).toHaveProperty(property);
    }
    expect(ld.license).toBe('https://creativecommons.org/licenses/by/4.0/');
    expect(ld.audience).toMatchObject([{ educationalRole: 'parent', name: 'Phụ huynh' }]);
    expect(ld.encoding).toMatchObject([
      { encodingFormat: 'application/pdf', contentSize: '10', sha256: 'a'.repeat(64) },
    ]);
    expect(JSON.stringify(ld)).not.toMatch(/null|content\//);
  });

  it('speaks the language asked for', async () => {
    const reply = await site.ask(`/v1/materials/${s.identifier}?format=jsonld&lang=en`);
    expect(JSON.parse(reply.text)).toMatchObject({ name: s.title.en });
  });
});

describe('Dublin Core', () => {
  it('is well-formed and has an element for every row of the metadata table', async () => {
    const reply = await site.ask(`/v1/materials/${s.identifier}`, { accept: 'application/xml' });
    expect(reply.headers['content-type']).toBe('application/xml; charset=utf-8');
    const elements = parseXml(reply.text);
    const names = new Set(elements.map(({ name }) => name));
    for (const name of [
      'dc:identifier',
      'dc:title',
      'dcterms:alternative',
      'dcterms:abstract',
      'dc:language',
      'dc:subject',
      'dcterms:spatial',
      'dc:creator',
      'dc:contributor',
      'dc:publisher',
      'dcterms:provenance',
      'dcterms:issued',
      'dcterms:modified',
      'dcterms:hasVersion',
      'dc:type',
      'dc:format',
      'dcterms:extent',
      'dcterms:educationLevel',
      'dcterms:audience',
      'dcterms:instructionalMethod',
      'dcterms:accessRights',
      'dcterms:license',
      'dcterms:rightsHolder',
      'dcterms:dateCopyrighted',
      'dcterms:bibliographicCitation',
      'dc:source',
      'dcterms:isPartOf',
    ]) {
      expect(names, name).toContain(name);
    }
    const titles = elements.filter(({ name }) => name === 'dc:title');
    expect(titles.map(({ lang, text }) => [lang, text])).toEqual([
      ['vi', s.title.vi],
      ['en', s.title.en],
    ]);
  });

  it('survives what XML cannot write', async () => {
    const odd = await site.publish(
      makeSnapshot({ title: { vi: 'A <b> & "c" \u0001\ud800 ]]> d' } }),
    );
    const reply = await site.ask(`/v1/materials/${odd.identifier}?format=dc`);
    const [title] = parseXml(reply.text).filter(({ name }) => name === 'dc:title');
    // MongoDB keeps U+FFFD in place of half a character; SQLite keeps the half.
    expect(title?.text.replace('\ufffd', '')).toBe('A <b> & "c"  ]]> d');
  });
});

describe('the choice of the format', () => {
  it('falls to JSON for browsers and to 406 where nothing fits', async () => {
    const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
    const reply = await site.ask(`/v1/materials/${s.identifier}`, { accept: browser });
    expect(reply.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(reply.headers.vary).toContain('Accept');
    const picture = await site.ask(`/v1/materials/${s.identifier}`, { accept: 'image/png' });
    expect(picture.status).toBe(406);
    expect(picture.text).toContain('application/json, application/ld+json, application/xml');
  });
});
