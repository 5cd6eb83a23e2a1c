import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { SweepMark } from '../../publishing/read/store';
import type { Readiness } from './readiness';

export interface Metrics {
  /** An answer that was computed: which route, how many seconds. */
  cold(route: string, seconds: number): void;
  /** An answer that was written, and whether it was a ready one. */
  sent(status: number, known: boolean): void;
  text(): Promise<string>;
  readonly contentType: string;
}

export function createMetrics(input: {
  generation: () => number;
  knownBytes: () => number;
  readiness: () => Promise<Readiness>;
  lastSweep: () => Promise<SweepMark | undefined>;
}): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const seconds = new Histogram({
    name: 'kho_delivery_seconds',
    help: 'Time to compute an answer that was not ready, by route',
    labelNames: ['route'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1],
    registers,
  });
  // Kept as plain numbers and handed over when asked: the path of ready answers stays short.
  const counts = new Map<string, number>();
  new Counter({
    name: 'kho_delivery_answers_total',
    help: 'Answers of the delivery API by status and whether they were ready',
    labelNames: ['status', 'known'],
    registers,
    collect() {
      this.reset();
      for (const [key, count] of counts) {
        const [status = '', known = ''] = key.split(' ');
        this.inc({ status, known }, count);
      }
    },
  });
  new Gauge({
    name: 'kho_delivery_generation',
    help: 'Changes of the published content since the start',
    registers,
    collect() {
      this.set(input.generation());
    },
  });
  new Gauge({
    name: 'kho_delivery_known_bytes',
    help: 'Memory taken by ready answers',
    registers,
    collect() {
      this.set(input.knownBytes());
    },
  });
  new Gauge({
    name: 'kho_part_up',
    help: 'Whether a part of /readyz answers: 1, or 0 when it is out',
    labelNames: ['part'],
    registers,
    async collect() {
      this.reset();
      const { parts } = await input.readiness();
      for (const [part, { status }] of Object.entries(parts))
        this.set({ part }, status === 'out' ? 0 : 1);
    },
  });
  new Gauge({
    name: 'kho_sweep_last_success_timestamp_seconds',
    help: 'When terms, embargoes and days of review were last seen to without a failure; 0 for never',
    registers,
    async collect() {
      // A database that is out says so by itself; the other figures are still asked for.
      const last = await input.lastSweep().catch(() => undefined);
      if (last) this.set(last.succeededAt ? Date.parse(last.succeededAt) / 1_000 : 0);
    },
  });
  return {
    cold(route, duration) {
      seconds.observe({ route }, duration);
    },
    sent(status, known) {
      const key = `${String(status)} ${String(known)}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
