/** Requests whose answers are known beforehand, byte for byte. */
import { createHash } from 'node:crypto';
import { request } from './connection.mjs';

export const IDENTITY = { 'Accept-Encoding': 'identity' };
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** Asks once; the body, once `isRight` has looked into it. */
export async function expected(url, { headers = IDENTITY, isRight }) {
  const answer = await fetch(url, { headers });
  const body = Buffer.from(await answer.arrayBuffer());
  if (answer.status !== 200) throw new Error(`${url}: ${answer.status}`);
  if (!isRight(body)) throw new Error(`${url} does not answer what was put in`);
  return { body, hash: sha256(body), headers: answer.headers };
}

/** Throws unless the answer has these very bytes. */
export function sameAs({ body, hash }, path) {
  return (answer) => {
    if (answer.status === 200 && answer.body.equals(body)) return;
    throw new Error(`${path}: ${answer.status}, ${sha256(answer.body)} instead of ${hash}`);
  };
}

export function hasStatus(status, path) {
  return (answer) => {
    if (answer.status !== status) throw new Error(`${path}: ${answer.status}`);
  };
}

/** The same request over and over, each answer held against the expected one. */
export function always(path, headers, check) {
  const asked = { bytes: request(path, headers), check };
  return () => asked;
}

/**
 * The same address in other letters (`%6c` for `l`): the same work for the server, and no answer that it
 * has ready. Of the query, or of the last part of the path, by chance.
 */
export function disguised(path) {
  const from = Math.max(path.indexOf('?'), path.lastIndexOf('/')) + 1;
  const letters = path
    .slice(from)
    .replace(/[a-z0-9]/gi, (letter) =>
      Math.random() < 0.3 ? `%${letter.charCodeAt(0).toString(16)}` : letter,
    );
  return path.slice(0, from) + letters;
}
