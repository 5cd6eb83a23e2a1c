/** Numbers from a seed: the same seed gives the same numbers on every machine. */
export function createRandom(seed) {
  let state = (seed ^ 0x9e3779b9) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (end) => Math.floor(next() * end);
  return {
    next,
    below,
    chance: (part) => next() < part,
    pick: (all) => all[below(all.length)],
    /** A length: half are longer than `median`. */
    length: (median, sigma, most) => {
      const normal = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
      return Math.max(1, Math.min(most, Math.round(median * Math.exp(sigma * normal))));
    },
  };
}

export function shuffled(all, random) {
  const copy = [...all];
  for (let at = copy.length - 1; at > 0; at -= 1) {
    const other = random.below(at + 1);
    [copy[at], copy[other]] = [copy[other], copy[at]];
  }
  return copy;
}

const SLOTS = 1 << 15;

/** Draws by Zipf's law: the n-th of `all` is as frequent as 1 ÷ (n + flat) ^ steep. */
export function zipf(all, { steep = 1, flat = 2 } = {}) {
  const weights = all.map((_, at) => 1 / (at + 1 + flat) ** steep);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const slots = new Uint32Array(SLOTS);
  let [at, sum] = [0, weights[0]];
  for (let slot = 0; slot < SLOTS; slot += 1) {
    while (at < all.length - 1 && (slot + 0.5) / SLOTS > sum / total) sum += weights[(at += 1)];
    slots[slot] = at;
  }
  return (random) => all[slots[random.below(SLOTS)]];
}
