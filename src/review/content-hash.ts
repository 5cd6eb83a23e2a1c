import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { hanoiDate } from '../platform/clock';
import type { Dossier, L10n, RightsRow } from './dossier';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** NFC, no nulls, no empty values: what differs only in storage must not differ in the hash. */
function clean(value: unknown): Json | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  if (typeof value === 'string') return value.normalize('NFC');
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) {
    const list = value.map(clean).filter((entry): entry is Json => entry !== undefined);
    return list.length > 0 ? list : undefined;
  }
  const entries = Object.entries(value as Record<string, unknown>)
    .map(([key, entry]) => [key, clean(entry)] as const)
    .filter((entry): entry is readonly [string, Json] => entry[1] !== undefined);
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

function both<T>(value: L10n<T>): { vi?: T | null; en?: T | null } {
  return { vi: value?.vi, en: value?.en };
}

function rightsContent(row: RightsRow, dossier: Dossier): unknown {
  const licence = row.licence ? dossier.licences.get(row.licence) : undefined;
  return {
    component: row.component,
    workType: row.workType,
    title: row.title,
    authors: (row.authors ?? []).map(({ name, penName, born, died, living, nationality }) => ({
      name,
      penName,
      born,
      died,
      living: living === true ? true : undefined,
      nationality,
    })),
    anonymous: row.anonymous === true ? true : undefined,
    fixedYear: row.fixedYear,
    published: row.published,
    firstPublishedYear: row.firstPublishedYear,
    country: row.country,
    owner: { kind: row.owner?.kind, name: row.owner?.name, address: row.owner?.address },
    basis: row.basis,
    evidence: (row.evidence ?? []).map((entry) => ({
      sha256: dossier.evidence.get(String(entry.document))?.sha256,
      kind: entry.kind,
      number: entry.number,
      date: entry.date,
      issuer: entry.issuer,
    })),
    scope: [...(row.scope ?? [])].sort(),
    territory: row.territory,
    termFrom: row.termFrom,
    termTo: row.termTo,
    exclusive: row.exclusive === true ? true : undefined,
    sublicence: row.sublicence === true ? true : undefined,
    remuneration: row.remuneration,
    conditions: row.conditions,
    licence: licence && { code: licence.code, version: licence.version },
    creditLine: both(row.creditLine),
    portraitConsent: row.portraitConsent,
    ai: {
      use: row.ai?.use,
      tool: row.ai?.tool,
      humanContribution: row.ai?.humanContribution,
    },
    tdmReserved: row.tdmReserved === true ? true : undefined,
    nextReview: row.nextReview,
    decision: row.decidedAt
      ? {
          id: row.decidedBy,
          on: hanoiDate(new Date(row.decidedAt)),
          ground: row.decisionGround,
        }
      : undefined,
  };
}

export type ContentProjection = Record<string, Json>;

/** The allow-listed content an approval is bound to: nothing derived, no row ids. */
export function contentProjection(dossier: Dossier): ContentProjection {
  const { material: m } = dossier;
  const code = (id: string | null | undefined) => (id ? dossier.terms.get(id)?.code : undefined);
  const codes = (ids: string[] | null | undefined) =>
    (ids ?? []).map(code).filter((entry): entry is string => entry !== undefined);
  return (clean({
    // A merger of departments is no change of content.
    department: m.suppliedAs ?? dossier.department.code,
    title: both(m.title),
    alternativeTitle: both(m.alternativeTitle),
    abstract: both(m.abstract),
    keywords: both(m.keywords),
    language: m.language,
    type: code(m.type),
    subjects: codes(m.subjects),
    levels: codes(m.levels),
    audiences: codes(m.audiences),
    features: codes(m.features),
    ageRange: m.ageRange,
    duration: m.duration,
    creators: (m.creators ?? []).map(({ name, role }) => ({ name, role })),
    publisher: m.publisher,
    place: m.place,
    issued: m.issued,
    outcomes: both(m.outcomes),
    educationalUse: m.educationalUse,
    interactivity: m.interactivity,
    accessibility: {
      modes: m.accessibility?.modes,
      sufficient: m.accessibility?.sufficient,
      features: m.accessibility?.features,
      hazards: m.accessibility?.hazards,
      summary: both(m.accessibility?.summary),
    },
    basedOn: m.basedOn,
    partOf: m.partOf,
    intendedUse: [...(m.intendedUse ?? [])].sort(),
    embargoUntil: m.embargoUntil,
    declarations: {
      noStateSecret: m.declarations?.noStateSecret === true ? true : undefined,
      consents: m.declarations?.consents === true ? true : undefined,
    },
    items: (m.items ?? []).map((item) => {
      const file = dossier.files.get(item.file);
      return {
        sha256: file?.sha256,
        name: file?.name,
        role: item.role,
        caption: both(item.caption),
        altText: both(item.altText),
      };
    }),
    rights: dossier.rights ? rightsContent(dossier.rights, dossier) : undefined,
    components: dossier.components.map((row) => rightsContent(row, dossier)),
  }) ?? {}) as ContentProjection;
}

/** SHA-256, lower-case hex, over the JSON Canonicalization Scheme (RFC 8785) of the content. */
export function contentHash(content: ContentProjection): string {
  const canonical = canonicalize(content);
  if (canonical === undefined) throw new Error('the content has no canonical form');
  return createHash('sha256').update(canonical, 'utf8').digest('hex');
}
