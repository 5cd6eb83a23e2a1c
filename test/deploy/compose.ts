import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

export interface Service {
  image: string;
  build?: string;
  profiles?: string[];
  environment?: Record<string, string>;
  read_only?: boolean;
  cap_drop?: string[];
  security_opt?: string[];
  tmpfs?: string[];
  ports?: string[];
  networks?: string[];
  volumes?: string[];
  healthcheck?: { test: string[] };
  depends_on?: Record<string, { condition: string }>;
  deploy?: { resources: { limits: { memory: string; cpus: string } } };
  restart?: string;
}

export interface Compose {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
  networks: Record<string, { internal?: boolean } | null>;
}

export const readCompose = (): Compose =>
  parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true }) as Compose;

/** Names in `.env.example`; those that stand behind a # may be left out. */
export function namesInExample(): { needed: string[]; optional: string[] } {
  const text = readFileSync('.env.example', 'utf8');
  const names = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, name]) => name ?? '');
  return { needed: names(/^([A-Z_]+)=/gm), optional: names(/^# ([A-Z_]+)=/gm) };
}

const VARIABLE = /\$\{([A-Z_]+)(?::([-?])([^}]*))?\}/g;

/** Every `${NAME}` of a text: needed (`:?`), or with its default (`:-`). */
export const variablesOf = (text: string) =>
  [...text.matchAll(VARIABLE)].map(([, name = '', kind, rest = '']) => ({ name, kind, rest }));

/** As compose would fill it in. */
export const filledIn = (text: string, values: Record<string, string>): string =>
  text.replace(VARIABLE, (_all, name: string, kind?: string, rest = '') => {
    const value = values[name];
    if (value !== undefined) return value;
    if (kind === '-') return String(rest);
    throw new Error(`${name} has neither a value nor a default`);
  });
