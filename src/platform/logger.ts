import pino, { type Logger } from 'pino';
import { getEnv } from './env';

const key = Symbol.for('kho.logger');
type Holder = { [key]?: Logger };

/** Structured log of this process (JSON lines on standard output), shared by both module graphs. */
export function getLogger(): Logger {
  const holder = globalThis as Holder;
  holder[key] ??= pino({
    level: getEnv().logLevel,
    base: { role: getEnv().role, pid: process.pid },
    redact: {
      paths: ['req.headers.authorization', 'req.headers.cookie', 'password', 'token', '*.password'],
      censor: '***',
    },
    timestamp: pino.stdTimeFunctions.isoTime,
  });
  return holder[key];
}
