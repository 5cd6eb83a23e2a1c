/** One round of load from a process of its own; prints requests a second. */
import autocannon from 'autocannon';

const [, , url, seconds, headers] = process.argv;
const result = await autocannon({
  url,
  duration: Number(seconds),
  connections: 16,
  headers: JSON.parse(headers ?? '{}'),
});
const { non2xx, errors } = result;
const refused = url.includes('/api/') || !headers?.includes('If-None-Match') ? non2xx : 0;
if (errors > 0 || refused > 0) {
  process.stderr.write(`${url}: ${String(errors)} errors, ${String(refused)} unexpected answers\n`);
  process.exit(1);
}
process.stdout.write(String(result.requests.average));
