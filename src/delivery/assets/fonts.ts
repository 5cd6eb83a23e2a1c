import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

const SUBSETS: readonly [string, string][] = [
  [
    'vietnamese',
    'U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB',
  ],
  [
    'latin-ext',
    'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
  ],
  [
    'latin',
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
  ],
];
const WEIGHTS = ['400', '500', '600'] as const;

const fileName = (subset: string, weight: string) =>
  `be-vietnam-pro-${subset}-${weight}-normal.woff2`;

/** Be Vietnam Pro from our own server: stacked diacritics need it, and no other server is asked. */
export const fontFaces = SUBSETS.flatMap(([subset, range]) =>
  WEIGHTS.map(
    (weight) =>
      `@font-face{font-family:"Be Vietnam Pro";font-style:normal;font-display:swap;font-weight:${weight};` +
      `src:url(/assets/fonts/${fileName(subset, weight)}) format("woff2");unicode-range:${range}}`,
  ),
).join('\n');

const NAMES = new Set(
  SUBSETS.flatMap(([subset]) => WEIGHTS.map((weight) => fileName(subset, weight))),
);

/** The bytes of one of the fonts above; undefined for any other name. */
export async function readFont(name: string): Promise<Buffer | undefined> {
  if (!NAMES.has(name)) return undefined;
  const manifest = createRequire(import.meta.url).resolve(
    '@fontsource/be-vietnam-pro/package.json',
  );
  return await readFile(path.join(path.dirname(manifest), 'files', name));
}
