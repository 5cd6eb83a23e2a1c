import type { PayloadRequest } from 'payload';

/** What the decisions say of a material's way to the editors. */
export interface Round {
  /** When it last came to the office; undefined for what came without a decision. */
  submittedAt: string | undefined;
  /** How many times it was returned. */
  returned: number;
}

interface Row {
  material: string;
  action: string;
  toState?: string | null;
  at: string;
}

/** Of these materials: when each came to the office this time, how often it was sent back. */
export async function roundsOf(req: PayloadRequest, ids: string[]): Promise<Map<string, Round>> {
  const rounds = new Map<string, Round>();
  if (ids.length === 0) return rounds;
  const found = await req.payload.find({
    collection: 'reviews',
    where: {
      and: [{ material: { in: ids } }, { action: { in: ['submit', 'endorse', 'return'] } }],
    },
    select: { material: true, action: true, toState: true, at: true },
    sort: 'at',
    depth: 0,
    pagination: false,
    overrideAccess: true,
  });
  for (const { material, action, toState, at } of found.docs as unknown as Row[]) {
    const before = rounds.get(material) ?? { submittedAt: undefined, returned: 0 };
    rounds.set(material, {
      submittedAt: toState === 'submitted' ? at : before.submittedAt,
      returned: before.returned + (action === 'return' ? 1 : 0),
    });
  }
  return rounds;
}
