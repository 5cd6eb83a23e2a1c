import fs from 'node:fs';
import { inRoot } from '../lib/paths.mjs';

const ALLOWED = new Set([
  ...['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Zlib', 'Unlicense'],
  ...['Apache-2.0', 'BlueOak-1.0.0', 'Python-2.0', 'MPL-2.0', 'OFL-1.1', 'CC0-1.0', 'CC-BY-4.0'],
]);

/** One package, one further licence, and why it may stay. */
const EXCEPTIONS = [
  // libvips, a shared library of its own that whoever receives the program may replace.
  [/^@img\/sharp-(libvips|win32|wasm32)/, 'LGPL-3.0-or-later'],
  // Ten lines without any condition; comes with Payload.
  [/^truncate-utf8-bytes$/, 'WTFPL'],
  // Apache-2.0 by its LICENSE file, written without SPDX's hyphen; comes with Payload's MongoDB adapter.
  [/^mongoose-lean-virtuals$/, 'Apache 2.0'],
];

/** Every package that production needs, on any platform, has a licence of the list. */
export function checkLicences() {
  const { packages } = JSON.parse(fs.readFileSync(inRoot('package-lock.json'), 'utf8'));
  return Object.entries(packages)
    .filter(([where, entry]) => where !== '' && !entry.dev && !entry.link)
    .map(([where, entry]) => [where.split('node_modules/').at(-1), licenceOf(where, entry)])
    .filter(([name, licence]) => !permits(name, licence))
    .map(([name, licence]) => `${name}: ${licence}`);
}

function licenceOf(where, { license }) {
  if (license) return license;
  const file = inRoot(where, 'package.json');
  if (!fs.existsSync(file)) return 'not stated';
  const manifest = JSON.parse(fs.readFileSync(file, 'utf8'));
  const older = manifest.licenses?.map(({ type }) => type).join(' OR '); // before SPDX
  return manifest.license?.type ?? manifest.license ?? older ?? 'not stated';
}

/** An SPDX expression without nested brackets: any part of an OR, every part of an AND. */
function permits(name, expression) {
  const one = (licence) =>
    ALLOWED.has(licence) ||
    EXCEPTIONS.some(([pattern, also]) => pattern.test(name) && also === licence);
  return expression
    .replace(/^\((.*)\)$/, '$1')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((licence) => one(licence.replace(/[()]/g, ''))));
}
