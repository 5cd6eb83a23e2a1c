/** A person at the staff API, and a reader at the public one, over the wire. */
export interface Staff {
  ask<T = Record<string, unknown>>(method: string, address: string, body?: unknown): Promise<T>;
  transition(id: string, action: string, more?: Record<string, unknown>): Promise<void>;
}

export async function signIn(base: string, email: string, password: string): Promise<Staff> {
  const signedIn = await fetch(`${base}/api/users/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  const { token } = (await signedIn.json()) as { token?: string };
  if (!token) throw new Error(`${email} could not sign in: ${String(signedIn.status)}`);
  const staff: Staff = {
    async ask<T>(method: string, address: string, body?: unknown): Promise<T> {
      const response = await fetch(base + address, {
        method,
        headers: {
          Authorization: `JWT ${token}`,
          'Accept-Language': 'en',
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      if (!response.ok) {
        throw new Error(`${method} ${address}: ${String(response.status)} ${text.slice(0, 500)}`);
      }
      return JSON.parse(text) as T;
    },
    async transition(id, action, more = {}) {
      await staff.ask('POST', `/api/materials/${id}/transition`, { action, ...more });
    },
  };
  return staff;
}

/** The first published material and its working copy. */
export async function somePublished(base: string, staff: Staff) {
  const list = (await (await fetch(`${base}/v1/materials?limit=1`)).json()) as {
    items: { identifier: string }[];
  };
  const identifier = list.items[0]?.identifier ?? '';
  const where = `where[identifier][equals]=${identifier}&depth=0`;
  const found = await staff.ask<{ docs: { id: string }[] }>('GET', `/api/materials?${where}`);
  return { identifier, id: found.docs[0]?.id ?? '' };
}

/** How long until `address` answers so, in seconds; throws after `patience`. */
export async function untilStatus(
  address: string,
  status: number,
  patience: number,
): Promise<number> {
  const begun = performance.now();
  for (;;) {
    const response = await fetch(address);
    await response.arrayBuffer();
    const seconds = (performance.now() - begun) / 1_000;
    if (response.status === status) return seconds;
    if (seconds > patience) {
      throw new Error(
        `${address} still answers ${String(response.status)} after ${seconds.toFixed(1)} s`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
