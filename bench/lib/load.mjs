/** Load on a server: as much as it takes, so much a second, or one thing after the other. */
import { connect } from './connection.mjs';

async function connections(port, count, options) {
  return await Promise.all(Array.from({ length: count }, () => connect(port, options)));
}

/**
 * Closed loop: each connection asks as soon as it was answered. Answers and bytes a second. `next`
 * gives `{ bytes, check }`; `check` throws at an answer that is not the expected one.
 */
export async function asMuchAsItTakes({ port, next, seconds, count = 16, keepBody = true }) {
  const all = await connections(port, count, { keepBody });
  const begun = performance.now();
  const end = begun + seconds * 1_000;
  let [answers, bytes] = [0, 0];
  await Promise.all(
    all.map(async (connection) => {
      while (performance.now() < end) {
        const asked = next();
        const answer = await connection.ask(asked.bytes);
        asked.check(answer);
        answers += 1;
        bytes += answer.bytes;
      }
    }),
  );
  const took = (performance.now() - begun) / 1_000;
  for (const connection of all) connection.close();
  return { answers: answers / took, bytes: bytes / took };
}

/** Milliseconds of each of so many requests, one after the other. */
export async function oneByOne({ connection, next, times }) {
  const found = [];
  for (let n = 0; n < times; n += 1) {
    const asked = next();
    const begun = performance.now();
    const answer = await connection.ask(asked.bytes);
    found.push(performance.now() - begun);
    asked.check(answer);
  }
  return found;
}

/**
 * Open loop: requests become due by chance, so many a second, whether earlier ones were answered or
 * not; what waits for a free connection counts from when it was due. Milliseconds of each.
 */
export async function soManyASecond({ port, next, perSecond, seconds, count = 64 }) {
  const free = await connections(port, count);
  const all = [...free];
  const waiting = [];
  const found = [];
  let failure;
  let underway = 0;
  const send = (due) => {
    const connection = free.pop();
    if (!connection) {
      waiting.push(due);
      return;
    }
    const asked = next();
    underway += 1;
    connection.ask(asked.bytes).then(
      (answer) => {
        found.push(performance.now() - due);
        underway -= 1;
        free.push(connection);
        try {
          asked.check(answer);
        } catch (error) {
          failure ??= error;
        }
        if (waiting.length > 0) send(waiting.shift());
      },
      (error) => {
        underway -= 1;
        failure ??= error;
      },
    );
  };
  const end = performance.now() + seconds * 1_000;
  let due = performance.now();
  while (due < end && !failure) {
    // The generator has its core for itself: it looks at the clock rather than sleep too long.
    while (performance.now() < due) await new Promise((resolve) => setImmediate(resolve));
    send(due);
    due += (-Math.log(1 - Math.random()) * 1_000) / perSecond;
  }
  const patience = performance.now() + 60_000;
  while (underway > 0 && !failure && performance.now() < patience) {
    await new Promise((resolve) => setImmediate(resolve));
  }
  for (const connection of all) connection.close();
  if (failure) throw failure;
  if (underway > 0) throw new Error(`${underway} requests were not answered in a minute`);
  return found;
}
