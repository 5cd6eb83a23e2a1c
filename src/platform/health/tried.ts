export type PartStatus = 'ok' | 'degraded' | 'out';

/** What a part of the system answered, as `/readyz` names it. */
export interface Part {
  status: PartStatus;
  detail: string | null;
}

const PATIENCE_MS = 2_000;

export const ok = (): Part => ({ status: 'ok', detail: null });
export const out = (detail: string): Part => ({ status: 'out', detail });

/** What a part answers in time; its error's words stay in here, they may name addresses. */
export async function tried(ask: () => Promise<Part>): Promise<Part> {
  let timer: NodeJS.Timeout | undefined;
  try {
    return await Promise.race([
      ask(),
      new Promise<Part>((resolve) => {
        timer = setTimeout(() => {
          resolve(out('no_answer'));
        }, PATIENCE_MS);
      }),
    ]);
  } catch (error) {
    const { code } = error as { code?: unknown };
    return out(typeof code === 'string' ? code.toLowerCase() : 'failed');
  } finally {
    clearTimeout(timer);
  }
}
