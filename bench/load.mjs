/**
 * One round of load from a process of its own; prints requests a second. With `vary` the letters of
 * the query change their case from request to request: the same search, and no answer known before.
 */
import autocannon from 'autocannon';

const [, , url, seconds, headers = '{}', vary] = process.argv;

function varied(path) {
  const [before, query = '', after = ''] = path.split(/(?<=[?&]q=)([^&]*)/);
  const letters = query.replace(/%[0-9A-F]{2}|[a-z]/gi, (piece) =>
    piece.length > 1 || Math.random() < 0.5 ? piece : piece.toUpperCase(),
  );
  return before + letters + after;
}

const { pathname, search } = new URL(url);
const result = await autocannon({
  url,
  duration: Number(seconds),
  connections: vary ? 4 : 16,
  headers: JSON.parse(headers),
  ...(vary
    ? {
        requests: [
          { setupRequest: (request) => ({ ...request, path: varied(pathname + search) }) },
        ],
      }
    : {}),
});
const { non2xx, errors } = result;
const refused = headers.includes('If-None-Match') ? 0 : non2xx;
if (errors > 0 || refused > 0) {
  process.stderr.write(`${url}: ${String(errors)} errors, ${String(refused)} unexpected answers\n`);
  process.exit(1);
}
process.stdout.write(String(result.requests.average));
