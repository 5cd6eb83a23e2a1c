import { TERM_SCHEMES } from '../../src/platform/code-lists';
import type { Planted } from './scene';
import { GONE, OPEN } from './states';

export interface DeliveryProbe {
  address: string;
  /**
   * `one`: the address of one thing, there while it is public. `list`: always there, with what is
   * public in it. `nothing`: leads nowhere, whatever the state.
   */
  kind: 'one' | 'list' | 'nothing';
  /** What of a public material the answer shows: its canary unless said. */
  shows?: 'canary' | 'identifier' | 'nothing';
  /** How many materials are counted in the answer. */
  total?: number;
}

/** How many of the planted materials the world may know of. */
const PUBLIC = OPEN.length;

const never = (...addresses: string[]): DeliveryProbe[] =>
  addresses.map((address) => ({ address, kind: 'list', shows: 'nothing' }));
const nothing = (...addresses: string[]): DeliveryProbe[] =>
  addresses.map((address) => ({ address, kind: 'nothing' }));

/** Under which identifier somebody would ask: one that was never given is nobody's to know. */
const named = ({ identifier, id }: Planted) => identifier ?? id;

/** One material at its address, in each of its forms; its row's id is no address. */
function ofMaterial(planted: Planted, start: string, forms: string[]): DeliveryProbe[] {
  return [
    ...forms.map((form) => ({
      address: `${start}/${named(planted)}${form}`,
      kind: 'one' as const,
    })),
    ...nothing(`${start}/${planted.id}`),
  ];
}

function ofFile(planted: Planted, rest = ''): DeliveryProbe[] {
  const { open, filePublicId, fileId, evidenceId } = planted;
  const ofNewerDraft =
    filePublicId === open.filePublicId ? [] : nothing(`/v1/files/${filePublicId}${rest}`);
  return [
    { address: `/v1/files/${open.filePublicId}${rest}`, kind: 'one' },
    ...ofNewerDraft,
    ...nothing(`/v1/files/${fileId}${rest}`, `/v1/files/${evidenceId}${rest}`),
  ];
}

/** A question by a word of this material's title, working copy or public: found only if public. */
function byWord(planted: Planted, address: (word: string) => string): DeliveryProbe[] {
  const { open, clue } = planted;
  const found: DeliveryProbe = { address: address(open.clue), kind: 'list' };
  if (clue === open.clue) return [found];
  return [found, { address: address(clue), kind: 'list', shows: 'nothing' }];
}

/** Every route of the public side, and how a material might show through it. */
export const DELIVERY: Record<string, (planted: Planted) => DeliveryProbe[]> = {
  '/v1/materials/:identifier': (planted) =>
    ofMaterial(planted, '/v1/materials', ['', '?format=jsonld', '?format=dc', '?lang=en']),
  '/v1/materials/:identifier/similar': (planted) => [
    {
      address: `/v1/materials/${named(planted)}/similar?limit=20`,
      kind: 'one',
      shows: 'nothing',
    },
  ],
  '/v1/materials': () => [
    { address: '/v1/materials?limit=100', kind: 'list', total: PUBLIC },
    { address: '/v1/materials?limit=100&sort=title', kind: 'list', total: PUBLIC },
    { address: '/v1/materials?department=NNMT&limit=100', kind: 'list', total: PUBLIC },
    { address: '/v1/materials?licence=CC-BY-4.0&limit=100', kind: 'list', total: PUBLIC },
  ],
  '/v1/search': (planted) => [
    { address: '/v1/search?limit=100', kind: 'list', total: PUBLIC },
    {
      address: `/v1/search?facets=subject,department,licence,type,audience&limit=100`,
      kind: 'list',
      total: PUBLIC,
    },
    ...byWord(planted, (word) => `/v1/search?q=${word}&facets=department`),
    ...byWord(planted, (word) => `/v1/search?q=Trang+${word}`),
  ],
  '/v1/suggest': (planted) => byWord(planted, (word) => `/v1/suggest?q=${word.slice(0, 6)}`),
  '/v1/files/:id': (planted) => ofFile(planted),
  // Only what may be viewed and not downloaded, by a key that opens it: for all others it is nothing.
  '/v1/files/:id/view': (planted) =>
    ofFile(planted, '/view').map((probe) =>
      GONE.includes(planted.state) ? probe : { ...probe, kind: 'nothing' },
    ),
  '/v1/files/:id/thumbnail': (planted) => ofFile(planted, '/thumbnail'),
  '/v1/files/:id/text': (planted) => ofFile(planted, '/text'),
  '/v1/changes': () => [{ address: '/v1/changes?limit=1000', kind: 'list', shows: 'identifier' }],
  // Written to; what may be read there is nothing.
  '/v1/changes/ack': () => [],
  '/v1/takedowns': () => [],
  '/bao-vi-pham': (planted) => never('/bao-vi-pham', `/bao-vi-pham?ma=${named(planted)}`),
  '/bao-vi-pham/da-nhan': () => nothing('/bao-vi-pham/da-nhan'),
  '/v1/terms/:scheme': () => never(...TERM_SCHEMES.map((scheme) => `/v1/terms/${scheme}`)),
  '/v1/licences': () => never('/v1/licences'),
  '/v1/departments': () => never('/v1/departments'),
  '/v1/openapi.json': () => never('/v1/openapi.json'),
  '/v1/docs': () => never('/v1/docs', '/v1/docs?lang=en'),
  '/v1': () => never('/v1'),
  '/v1/': () => never('/v1/'),
  '/healthz': () => never('/healthz'),
  '/readyz': () => never('/readyz'),
  '/': (planted) => [
    { address: '/', kind: 'list' },
    { address: '/?lang=en', kind: 'list' },
    { address: '/?department=NNMT', kind: 'list' },
    ...byWord(planted, (word) => `/?q=${word}`),
  ],
  '/hoc-lieu/:identifier': (planted) => ofMaterial(planted, '/hoc-lieu', ['', '?lang=en']),
  '/assets/:name{.+}': ({ filePublicId, evidenceId }) =>
    nothing(`/assets/${filePublicId}`, `/assets/${evidenceId}`),
  // Answered before the router, on this machine alone.
  '/metrics': () => never('/metrics'),
};
