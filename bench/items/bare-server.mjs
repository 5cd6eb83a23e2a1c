/** A bare node:http server that writes the same bytes and headers for every request: the yardstick. */
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';

const [, , port, file] = process.argv;
const { headers, body } = JSON.parse(readFileSync(file, 'utf8'));
const bytes = Buffer.from(body, 'base64');
createServer((_req, res) => {
  res.writeHead(200, headers);
  res.end(bytes);
}).listen(Number(port), '127.0.0.1');
