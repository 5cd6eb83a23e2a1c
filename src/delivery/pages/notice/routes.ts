import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { translate, type Lang } from '../../../i18n/translate';
import { AppError, isAppError } from '../../../platform/errors';
import type { Env } from '../../context';
import { toProblem } from '../../problem';
import { bodyKind, checkSent, readSent } from '../../query/read-body';
import { takedownSchema } from '../../schemas/writes';
import { takeNotice } from '../../take-notice';
import { formOfNotice, isTrapped, wrongIdentifiers } from './fields';
import { NOTICE_FIELDS, NOTICE_PATH, noticePage, type NoticeForm } from './form';
import { RECEIVED_PATH, receivedAddress, receivedPage } from './received';

type Sent = Record<string, string | string[]>;

const REFERENCE = /^td-[0-9a-f]{12}$/;
/** What a program that fell into the trap is told it has sent. */
const NOTHING_SENT = 'td-000000000000';

const langIn = (c: Context<Env>): Lang => (c.req.query('lang') === 'en' ? 'en' : 'vi');

/** Of several codes those that are wrong, so that the others need no second look. */
function withWrong(message: string, sent: Sent, lang: Lang): string {
  const wrong = wrongIdentifiers(sent).map((one) => `“${one.slice(0, 80)}”`);
  if (wrong.length === 0) return message;
  const named = translate(lang, 'delivery:notice.wrongIdentifiers', { codes: wrong.join(', ') });
  return `${message} ${named}`;
}

/** The form again with what was sent, each field with what is wrong. */
function again(error: AppError, sent: Sent, lang: Lang): NoticeForm {
  const { body } = toProblem(error, lang);
  const own = new Map((body.errors ?? []).map(({ field, message }) => [field, message]));
  const values = NOTICE_FIELDS.map((name) => [name, [sent[name] ?? ''].flat().join('\n')] as const);
  const errors = NOTICE_FIELDS.flatMap((name) => {
    const message = own.get(name);
    if (!message) return [];
    return [[name, name === 'identifiers' ? withWrong(message, sent, lang) : message] as const];
  });
  return {
    lang,
    values: Object.fromEntries(values),
    errors: Object.fromEntries(errors),
    problem: body.detail ?? body.title,
  };
}

async function take(c: Context<Env>): Promise<Response> {
  const lang = langIn(c);
  const sent = (await readSent(c, bodyKind(c, ['form']))) as Sent;
  if (isTrapped(sent)) return c.redirect(receivedAddress(NOTHING_SENT, lang), 303);
  try {
    const notice = checkSent(takedownSchema, formOfNotice(sent));
    const { context, incoming: req } = c.env;
    const { reference } = await takeNotice({ notice, lang, context, req });
    return c.redirect(receivedAddress(reference, lang), 303);
  } catch (error) {
    // Nothing of what somebody wrote is lost, whatever stood in the way.
    if (!isAppError(error) || error.code === 'internal') throw error;
    const { status, headers } = toProblem(error, lang);
    const page = noticePage(again(error, sent, lang), status);
    const wait = headers['retry-after'];
    if (wait) page.headers.set('retry-after', wait);
    return page;
  }
}

/** The page by which people send a notice, and the one that says it has arrived. */
export function registerNoticePages(api: OpenAPIHono<Env>): void {
  api.get(NOTICE_PATH, (c) => {
    const about = (c.req.query('ma') ?? '').slice(0, 40);
    return noticePage({ lang: langIn(c), values: { identifiers: about }, errors: {} });
  });
  api.post(NOTICE_PATH, take);
  api.get(RECEIVED_PATH, (c) => {
    const reference = c.req.query('ma') ?? '';
    if (!REFERENCE.test(reference)) throw new AppError('not_found');
    return receivedPage(reference, langIn(c));
  });
}
