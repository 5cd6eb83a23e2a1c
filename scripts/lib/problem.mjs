/** A failure that its reader can act on: shown as its sentence, without a stack. */
export class Problem extends Error {}

/** Runs a script's main function; ends the process with a sentence when it fails. */
export async function main(run) {
  try {
    const code = await run();
    if (typeof code === 'number') process.exitCode = code;
  } catch (error) {
    console.error(error instanceof Problem ? `\n${error.message}` : error);
    process.exit(1);
  }
}
