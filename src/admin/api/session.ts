type Listener = () => void;

const listeners = new Set<Listener>();
let ended = false;

/** Told by any request that finds nobody signed in; the frame then offers to sign in again. */
export function announceSessionEnd(): void {
  ended = true;
  listeners.forEach((listener) => listener());
}

export function sessionRestored(): void {
  ended = false;
  listeners.forEach((listener) => listener());
}

export const sessionEnded = (): boolean => ended;

export function onSessionChange(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whose session this browser has now: an id, null for nobody, undefined while it cannot be asked. */
export async function whoIsSignedIn(): Promise<string | null | undefined> {
  try {
    const response = await fetch('/api/users/me', { credentials: 'same-origin' });
    if (!response.ok) return response.status === 401 ? null : undefined;
    const body = (await response.json()) as { user?: { id?: string } | null };
    return body.user ? (body.user.id ?? '') : null;
  } catch {
    return undefined;
  }
}

/** Payload answers 403 both to a stranger and to somebody without the right; this tells them apart. */
export async function isSignedOut(): Promise<boolean> {
  return (await whoIsSignedIn()) === null;
}
