/**
 * What the PDF reader expects of a newer engine than Node 20 and 22 bring (TC39 proposals of 2024
 * and 2025). Each is defined only where it is missing.
 */
function fill(target: object, name: string, value: (this: never, ...args: never[]) => unknown) {
  if (name in target) return;
  Object.defineProperty(target, name, { value, writable: true, configurable: true });
}

export function fillNodeGaps(): void {
  fill(Promise, 'try', function (work: (...args: unknown[]) => unknown, ...args: unknown[]) {
    return new Promise((resolve) => resolve(work(...args)));
  } as never);
  fill(ArrayBuffer.prototype, 'transferToFixedLength', function (this: ArrayBuffer, size?: number) {
    const copy = new ArrayBuffer(size ?? this.byteLength);
    const kept = Math.min(this.byteLength, copy.byteLength);
    new Uint8Array(copy).set(new Uint8Array(this, 0, kept));
    return copy;
  } as never);
  fill(URL, 'parse', function (url: string, base?: string) {
    return URL.canParse(url, base) ? new URL(url, base) : null;
  } as never);
  fill(Uint8Array, 'fromBase64', function (text: string) {
    return new Uint8Array(Buffer.from(text, 'base64'));
  } as never);
  fill(Uint8Array.prototype, 'toBase64', function (this: Uint8Array) {
    return Buffer.from(this).toString('base64');
  } as never);
}
