/** The yardstick for files: node:http and a stream of the file system, nothing else. */
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { pipeline } from 'node:stream';

const [, , port, file] = process.argv;
const { size } = statSync(file);
createServer((req, res) => {
  const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(req.headers.range ?? '') ?? [];
  const part = from === undefined ? undefined : { start: Number(from), end: Number(to) };
  res.writeHead(part ? 206 : 200, {
    'content-type': 'application/pdf',
    'content-length': String(part ? part.end - part.start + 1 : size),
  });
  pipeline(createReadStream(file, part ?? {}), res, (error) => {
    if (error && error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  });
}).listen(Number(port), '127.0.0.1');
