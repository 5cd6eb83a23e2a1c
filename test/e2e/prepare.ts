import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { ReferenceView } from '../../src/review/view-models';
import { printPdf, type Person, type Site } from './browser';

export interface Wishes {
  title: string;
  /** Fields of the rights record that differ from a complete one. */
  rights?: Record<string, unknown>;
  /** The licence by its code. */
  licence?: string;
  /** What is written about the paper beside its file. */
  paper?: Record<string, string>;
}

export interface HandedIn {
  id: string;
  rightsId: string;
}

const PAPER = {
  kind: 'assignment_decision',
  number: '87/QĐ-SNNMT',
  date: '2026-03-12',
  issuer: 'Sở Nông nghiệp và Môi trường',
};

/** A request of the person who is signed in on this page, as their browser would send it. */
export async function send<T>(
  page: Page,
  method: 'GET' | 'PATCH' | 'POST',
  path: string,
  data?: unknown,
  headers: Record<string, string> = {},
): Promise<T> {
  const { origin } = new URL(page.url());
  const answer = await page.request.fetch(`${origin}${path}`, {
    method,
    headers: { Origin: origin, ...headers },
    ...(data === undefined ? {} : { data }),
  });
  if (!answer.ok()) throw new Error(`${method} ${path}: ${await answer.text()}`);
  return (await answer.json()) as T;
}

async function give(page: Page, path: string, file: string, name: string): Promise<void> {
  await send(page, 'POST', path, readFileSync(file), {
    'Content-Type': 'application/pdf',
    'X-File-Name': encodeURIComponent(name),
  });
}

function completeClaim(title: string): Record<string, unknown> {
  return {
    workType: 'text',
    title,
    authors: [{ name: 'Lê Minh Tuấn', living: true, nationality: 'VN' }],
    country: 'VN',
    published: 'no',
    owner: { kind: 'state_agency', name: 'Sở Nông nghiệp và Môi trường Hà Nội' },
    basis: 'employment',
    scope: ['reproduce', 'communicate_to_public', 'derive', 'distribute'],
    creditLine: 'Sở Nông nghiệp và Môi trường Hà Nội, 2026',
    portraitConsent: 'not_needed',
    ai: { use: 'none' },
  };
}

async function describe(page: Page, { title }: Wishes, reference: ReferenceView) {
  const [type, subject, audience] = (['types', 'subjects', 'audiences'] as const).map(
    (scheme) => reference.terms[scheme][0]?.id,
  );
  const { doc } = await send<{ doc: { id: string } }>(page, 'POST', '/api/materials', {
    title,
    abstract: 'Tờ rơi ngắn cho hộ gia đình, kèm hình vẽ từng bước.',
    language: ['vi'],
    type,
    subjects: [subject],
    audiences: [audience],
    creators: [{ name: 'Lê Minh Tuấn', role: 'author' }],
    declarations: { noStateSecret: true, consents: true },
  });
  return doc.id;
}

/** A complete material of the officer's, submitted; made by requests, for what comes after. */
export async function handedIn(site: Site, officer: Person, wishes: Wishes): Promise<HandedIn> {
  const { page } = officer;
  const { title } = wishes;
  const reference = await send<ReferenceView>(page, 'GET', '/api/staff/reference');
  const id = await describe(page, wishes, reference);
  const stem = `${title.replace(/\W+/g, '-')}-${id.slice(0, 8)}`;
  const leaflet = await printPdf(site, `${stem}.pdf`, `<h1>${title}</h1>`);
  await give(page, `/intake/files?material=${id}&role=main`, leaflet, 'to-roi.pdf');
  const found = await send<{ docs: { id: string }[] }>(
    page,
    'GET',
    `/api/rights-records?where[material][equals]=${id}&depth=0`,
  );
  const rightsId = found.docs[0]?.id ?? '';
  const code = wishes.licence ?? 'CC-BY-4.0';
  const licence = reference.licences.find((one) => one.code === code)?.id;
  const claim = { ...completeClaim(title), licence, ...wishes.rights };
  await send(page, 'PATCH', `/api/rights-records/${rightsId}?depth=0`, claim);
  const written = { ...PAPER, ...wishes.paper };
  const query = new URLSearchParams({ rights: rightsId, ...written });
  const words = `<p>Số: ${written.number}</p><h1>QUYẾT ĐỊNH</h1><p>Về “${title}”</p>`;
  const paper = await printPdf(site, `${stem}-giay.pdf`, words);
  await give(page, `/intake/evidence?${query}`, paper, 'van-ban.pdf');
  await send(page, 'POST', `/api/materials/${id}/transition`, { action: 'submit' });
  return { id, rightsId };
}
