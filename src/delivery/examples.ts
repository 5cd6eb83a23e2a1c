import recorded from './examples.json';
import type { OpenApiDocument, OpenApiOperation } from './openapi';

/** The server that the examples were asked of. */
const RECORDED_AT = 'http://localhost:3000';

type Examples = Record<string, Record<string, unknown> | undefined>;

/**
 * The document with what the server really answered, by operation and status: recorded from the demo
 * set (`npm run generate -- examples`), with the addresses of this server.
 */
export function withExamples(document: OpenApiDocument, publicUrl: string): OpenApiDocument {
  const text = JSON.stringify(recorded).replaceAll(RECORDED_AT, publicUrl);
  const examples = JSON.parse(text) as Examples;
  const paths = Object.entries(document.paths).map(([path, methods]) => [
    path,
    Object.fromEntries(
      Object.entries(methods).map(([method, operation]) => [
        method,
        illustrated(operation, examples[operation.operationId] ?? {}),
      ]),
    ),
  ]);
  return { ...document, paths: Object.fromEntries(paths) as OpenApiDocument['paths'] };
}

const JSON_TYPE = /[/+]json$/;

function illustrated(
  operation: OpenApiOperation,
  examples: Record<string, unknown>,
): OpenApiOperation {
  const responses = Object.entries(operation.responses).map(([status, response]) => {
    const example = examples[status];
    const { content } = response;
    const type = Object.keys(content ?? {}).find((name) => JSON_TYPE.test(name));
    if (example === undefined || !type) return [status, response];
    return [status, { ...response, content: { ...content, [type]: { ...content?.[type], example } } }]; // prettier-ignore
  });
  return { ...operation, responses: Object.fromEntries(responses) as typeof operation.responses };
}
