import pino, { type DestinationStream, type Logger, type LoggerOptions } from 'pino';
import { getEnv } from './env';

const key = Symbol.for('kho.logger');
type Holder = { [key]?: Logger };

function createLogger(level: string, to?: DestinationStream): Logger {
  const options: LoggerOptions = {
    level,
    base: { role: getEnv().role, pid: process.pid },
    redact: {
      paths: ['req.headers.authorization', 'req.headers.cookie', 'password', 'token', '*.password'],
      censor: '***',
    },
    timestamp: pino.stdTimeFunctions.isoTime,
  };
  return to ? pino(options, to) : pino(options);
}

/** Structured log of this process (JSON lines on standard output), shared by both module graphs. */
export function getLogger(): Logger {
  const holder = globalThis as Holder;
  holder[key] ??= createLogger(getEnv().logLevel);
  return holder[key];
}

/** For a test that reads what would be logged, every level of it; before anything asked for the log. */
export function logTo(to: DestinationStream): void {
  (globalThis as Holder)[key] = createLogger('trace', to);
}
