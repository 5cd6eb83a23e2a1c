import type { Traces } from './generation';
import type { SqliteReader } from './sqlite-reader';

/** Everything delivery shows leaves a trace in one of these; all are answered by an index. */
const TRACES = `SELECT
  (SELECT max(seq) FROM changes) AS change,
  (SELECT max(updated_at) FROM publications) AS publication,
  (SELECT max(updated_at) FROM terms) AS term,
  (SELECT max(updated_at) FROM licences) AS licence,
  (SELECT max(updated_at) FROM departments) AS department,
  (SELECT max(updated_at) FROM portals) AS portal,
  (SELECT max(modified_at) FROM publications WHERE status = 'live' AND access = 'open') AS live,
  (SELECT max(modified_at) FROM publications WHERE status = 'withdrawn' AND access = 'open') AS gone`;

/**
 * `PRAGMA data_version` (microseconds) says that somebody wrote, the traces say whether it concerns
 * delivery.
 */
export function sqliteTraces(reader: SqliteReader): () => Promise<Traces | undefined> {
  let version: unknown;
  return async () => {
    const [head] = await reader.all('PRAGMA data_version');
    if (version !== undefined && head?.data_version === version) return undefined;
    const [row] = await reader.all(TRACES);
    // Read before the traces: a commit in between shows as another version at the next look.
    version = head?.data_version;
    const moments = [row?.live, row?.gone].filter((moment) => typeof moment === 'string').sort();
    return {
      text: JSON.stringify(row ?? null),
      modified: moments.length > 0 ? new Date(String(moments.at(-1))) : undefined,
    };
  };
}
