import { z } from '@hono/zod-openapi';
import { AppError } from '../../platform/errors';
import { TERM_SCHEMES, type TermScheme } from '../../platform/code-lists';
import { answerJson, json, problem, type Endpoint } from '../endpoint';
import { createLocaliser } from '../presenters/localise';
import * as fields from '../query/fields';
import { departmentsSchema, licencesSchema, termsSchema } from '../schemas/answers';

const query = z.strictObject({ lang: fields.lang });

/** `subject` and `subjects` are the same list: the first is the filter's name. */
function schemeOf(name: string): TermScheme | undefined {
  return TERM_SCHEMES.find((scheme) => scheme === name || scheme === `${name}s`);
}

export const listTerms: Endpoint<typeof query> = {
  operationId: 'listTerms',
  tag: 'reference',
  path: '/v1/terms/{scheme}',
  query,
  params: z.object({
    scheme: z.enum(TERM_SCHEMES).openapi({
      param: { name: 'scheme', in: 'path', description: 'delivery:api.params.scheme' },
    }),
  }),
  responses: { 200: json(termsSchema, 'terms'), 404: problem('notFound') },
  async handle({ lang, param, context }) {
    const scheme = schemeOf(param('scheme'));
    if (!scheme) {
      const params = { values: TERM_SCHEMES.join(', ') };
      throw new AppError('not_found', {
        errors: [{ field: 'scheme', code: 'unknown_scheme', params }],
      });
    }
    const local = createLocaliser(lang);
    const items = (await context.store.terms(scheme)).map(({ code, label, ...rest }) => ({
      code,
      label: local.must(`${code}.label`, label),
      ...rest,
    }));
    return answerJson({ lang, fallbacks: local.fallbacks(), scheme, items }, { lang });
  },
};

export const listLicences: Endpoint<typeof query> = {
  operationId: 'listLicences',
  tag: 'reference',
  path: '/v1/licences',
  query,
  responses: { 200: json(licencesSchema, 'licences') },
  async handle({ lang, context }) {
    const local = createLocaliser(lang);
    const items = (await context.store.licences()).map(({ code, label, summary, ...rest }) => ({
      code,
      label: local.must(`${code}.label`, label),
      ...rest,
      summary: local.text(`${code}.summary`, summary),
    }));
    return answerJson({ lang, fallbacks: local.fallbacks(), items }, { lang });
  },
};

export const listDepartments: Endpoint<typeof query> = {
  operationId: 'listDepartments',
  tag: 'reference',
  path: '/v1/departments',
  query,
  responses: { 200: json(departmentsSchema, 'departments') },
  async handle({ lang, context }) {
    const local = createLocaliser(lang);
    const items = (await context.store.departments()).map(({ code, name, ...rest }) => ({
      code,
      label: local.must(`${code}.label`, name),
      ...rest,
    }));
    return answerJson({ lang, fallbacks: local.fallbacks(), items }, { lang });
  },
};
