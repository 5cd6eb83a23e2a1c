/** A bundled thread beside the running program (`dist/…`). */
export function distFile(name: string): URL {
  return new URL(`./${name}`, import.meta.url);
}
