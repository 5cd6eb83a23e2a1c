import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const lines = readFileSync('Dockerfile', 'utf8')
  .replace(/\\\n/g, ' ')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));
const said = (word: string) => lines.filter((line) => line.startsWith(`${word} `));
const pack = JSON.parse(readFileSync('package.json', 'utf8')) as {
  engines: { node: string };
  scripts: Record<string, string>;
};
const lastStage = lines.slice(lines.lastIndexOf(said('FROM').at(-1) ?? ''));

describe('the Dockerfile', () => {
  it('builds in one stage and ships another, on one Node that the program runs on', () => {
    const images = said('FROM').map((line) => line.split(' ')[1]);
    expect(images).toHaveLength(2);
    expect(new Set(images).size).toBe(1);
    const major = Number(/^node:(\d+)\.\d+\.\d+-/.exec(images[0] ?? '')?.[1]);
    expect(major).toBe(Number(readFileSync('.nvmrc', 'utf8').trim()));
    expect(major).toBeGreaterThanOrEqual(Number(/\d+/.exec(pack.engines.node)?.[0]));
  });

  it('runs only scripts that there are, and ships no development packages', () => {
    const scripts = lines.flatMap((line) =>
      [...line.matchAll(/npm run (\S+)/g)].map(([, name]) => name ?? ''),
    );
    expect(scripts).toEqual(['build']);
    for (const name of scripts) expect(pack.scripts).toHaveProperty([name]);
    expect(said('RUN').some((line) => line.includes('npm prune --omit=dev'))).toBe(true);
  });

  it('copies what is in the repository or is built, and the folders that are read while it runs', () => {
    const copied = lastStage
      .filter((line) => line.startsWith('COPY '))
      .flatMap((line) => line.split(' ').filter((word) => word.startsWith('/app/')))
      .map((place) => place.slice('/app/'.length));
    for (const place of copied)
      if (!['.next', 'dist', 'node_modules'].includes(place)) expect(existsSync(place)).toBe(true);
    for (const needed of [
      'package.json',
      'next.config.mjs',
      '.next',
      'dist',
      'node_modules',
      'seed',
    ])
      expect(copied).toContain(needed);
  });

  it('runs as nobody in particular, writes to two folders alone and is asked for its life', () => {
    const user = lastStage.findIndex((line) => line.startsWith('USER '));
    expect(lastStage[user]).toBe('USER node');
    expect(lastStage.slice(user).some((line) => /^(RUN|COPY|ADD) /.test(line))).toBe(false);
    expect(said('VOLUME')).toEqual(['VOLUME ["/data", "/media"]']);
    expect(said('ENV').at(-1)).toMatch(/DATA_DIR=\/data STORAGE_URL=file:\/media$/);
    expect(said('HEALTHCHECK')[0]).toContain('/healthz');
    expect(said('CMD').at(-1)).toBe('CMD ["node", "--enable-source-maps", "dist/server.js"]');
  });

  it('builds from sources alone: no data, no secret and no history', () => {
    const ignored = readFileSync('.dockerignore', 'utf8').split('\n');
    expect(ignored.find((line) => line !== '' && !line.startsWith('#'))).toBe('*');
    const kept = ignored.filter((line) => line.startsWith('!')).map((line) => line.slice(1));
    for (const place of kept) expect(existsSync(place)).toBe(true);
    for (const secret of ['.env', 'data', 'media', '.git', 'node_modules'])
      expect(kept).not.toContain(secret);
  });
});
