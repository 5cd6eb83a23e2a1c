/** `npm run cli -- <command>`: what an administrator does at the terminal. */
import { parseArgs } from 'node:util';
import { COMMANDS, type Command } from './cli/commands';
import { translateIfKnown } from './i18n/translate';
import { isAppError } from './platform/errors';
import { giveWay } from './platform/give-way';
import { getLogger } from './platform/logger';

function usage(): string {
  const lines = Object.entries(COMMANDS).map(
    ([name, { summary }]) => `  ${name.padEnd(16)}${summary}`,
  );
  return `npm run cli -- <command> [options]\n\n${lines.join('\n')}\n\nnpm run cli -- <command> --help  says more of one.\n`;
}

function helpOf(name: string, command: Command): string {
  const lines = Object.entries(command.options).map(
    ([option, { type, what }]) => `  --${option}${type === 'string' ? ' …' : ''}`.padEnd(26) + what,
  );
  return `npm run cli -- ${name} [options]\n${command.summary}\n\n${lines.join('\n')}\n`;
}

async function run(argv: string[]): Promise<number> {
  const [name, ...rest] = argv;
  const command = name === undefined ? undefined : COMMANDS[name];
  if (name === undefined || !command) {
    const asked = name === undefined || name === '--help' || name === 'help';
    (asked ? process.stdout : process.stderr).write(
      asked ? usage() : `There is no command "${name}".\n\n${usage()}`,
    );
    return asked ? 0 : 2;
  }
  const options = Object.fromEntries(
    Object.entries(command.options).map(([option, { type, multiple }]) => [
      option,
      { type, multiple: multiple === true },
    ]),
  );
  let values: Record<string, unknown>;
  try {
    ({ values } = parseArgs({
      args: rest,
      options: { ...options, help: { type: 'boolean' } },
      strict: true,
    }));
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${helpOf(name, command)}`);
    return 2;
  }
  if (values.help === true) {
    process.stdout.write(helpOf(name, command));
    return 0;
  }
  giveWay();
  return await command.run(values);
}

/** What a code of ours means, in words. */
function sentence(error: unknown): string | undefined {
  return isAppError(error)
    ? translateIfKnown('en', `errors:${error.code}.detail`, error.params)
    : undefined;
}

run(process.argv.slice(2))
  .then((code) => process.exit(code))
  .catch((error: unknown) => {
    const known = error as Error & { errors?: { field: string; code: string }[] };
    if ('isStartError' in known) {
      process.stderr.write(`${known.message}\n`);
    } else if (
      isAppError(error) ||
      known.name === 'SettingError' ||
      known.name === 'ValidationError'
    ) {
      const fields = (known.errors ?? [])
        .map(({ field, code }) => `  ${field}: ${code}`)
        .join('\n');
      const because = known.cause instanceof Error ? `  because: ${known.cause.message}\n` : '';
      process.stderr.write(`${sentence(error) ?? known.message}\n${fields}\n${because}`);
    } else {
      getLogger().fatal({ err: error }, 'the command failed');
    }
    process.exit(1);
  });
