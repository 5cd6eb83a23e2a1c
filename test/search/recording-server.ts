import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { faultsOf, type Sent } from './api-description';

export interface Answer {
  status: number;
  body: unknown;
}

type Answers = (sent: Sent) => Answer | undefined | Promise<Answer | undefined>;

export interface RecordingServer {
  url: string;
  /** Everything that was asked, with the key it came with. */
  sent: (Sent & { key: string | undefined; encoding: string | undefined })[];
  /** What Meilisearch's description does not allow. */
  faults: string[];
  /** Answers something else than the plain success; undefined: that. */
  answers: Answers;
  close(): Promise<void>;
}

/** Stands where Meilisearch would, to see what it is sent and to fail as it can: it finds nothing. */
export async function startRecordingServer(): Promise<RecordingServer> {
  const server = createServer((request, response) => {
    void (async () => {
      const sent = await readRequest(request);
      recording.sent.push(sent);
      const answer = (await recording.answers(sent)) ?? success(sent, recording.sent.length);
      recording.faults.push(...faultsOf(sent, answer));
      response.writeHead(answer.status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answer.body));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const recording: RecordingServer = {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    sent: [],
    faults: [],
    answers: () => undefined,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
  return recording;
}

async function readRequest(request: IncomingMessage) {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  return {
    method: request.method ?? '',
    path: pathname,
    query: searchParams,
    body: text === '' ? undefined : (JSON.parse(text) as unknown),
    key: request.headers.authorization,
    encoding: request.headers['accept-encoding'],
  };
}

const MOMENT = '2026-01-01T00:00:00Z';

function success({ method, path, body }: Sent, taskUid: number): Answer {
  const ok = (value: unknown): Answer => ({ status: 200, body: value });
  const [kind, , last] = path.split('/').slice(1);
  if (path === '/version') return ok({ pkgVersion: '1.50.0', commitSha: '', commitDate: MOMENT });
  if (path === '/multi-search') return ok(multiSearch(body as MultiSearch));
  if (last === 'search') return ok(foundNothing);
  if (last === 'stats') return ok(statistics(0));
  if (path.endsWith('/documents/fetch')) return ok({ results: [], offset: 0, limit: 20, total: 0 });
  if (method === 'GET' && kind === 'tasks') return ok(task(taskUid, 'succeeded'));
  if (method === 'GET') return ok({ results: [], offset: 0, limit: 20, total: 0 });
  const enqueued = { taskUid, indexUid: null, status: 'enqueued', type: 'settingsUpdate' };
  return { status: method === 'DELETE' && kind === 'tasks' ? 200 : 202, body: { ...enqueued, enqueuedAt: MOMENT } }; // prettier-ignore
}

interface MultiSearch {
  federation?: object;
  queries: { indexUid: string; q?: string }[];
}

export const foundNothing = {
  hits: [],
  query: '',
  processingTimeMs: 0,
  limit: 20,
  offset: 0,
  estimatedTotalHits: 0,
};

const multiSearch = ({ federation, queries }: MultiSearch) =>
  federation
    ? { ...foundNothing, query: undefined }
    : { results: queries.map(({ indexUid }) => ({ ...foundNothing, indexUid })) };

export const statistics = (numberOfDocuments: number) => ({
  numberOfDocuments,
  isIndexing: false,
  fieldDistribution: {},
  numberOfEmbeddings: 0,
  numberOfEmbeddedDocuments: 0,
  rawDocumentDbSize: 0,
  avgDocumentSize: 0,
  indexSize: 0,
  usedIndexSize: 0,
});

export const task = (uid: number, status: string, error: unknown = null) => ({
  uid,
  batchUid: uid,
  indexUid: null,
  status,
  type: 'documentAdditionOrUpdate',
  canceledBy: null,
  error,
  duration: 'PT0.01S',
  enqueuedAt: MOMENT,
  startedAt: MOMENT,
  finishedAt: MOMENT,
});
