import type { Lang } from '../../../i18n/translate';
import { CAPACITIES, GROUNDS, NOTICE_LIMITS } from '../../../platform/takedown';
import { address, answerPage, layout, words } from '../layout';
import { markup, type Markup } from '../markup';
import { TRAP } from './fields';

export const NOTICE_PATH = '/bao-vi-pham';

/** What the form holds: what was sent before, and what is wrong with it. */
export interface NoticeForm {
  lang: Lang;
  values: Partial<Record<NoticeField, string>>;
  errors: Partial<Record<NoticeField, string>>;
  /** Said above the form: why it was not taken. */
  problem?: string | undefined;
}

export const NOTICE_FIELDS = [
  'identifiers',
  'name',
  'contact',
  'capacity',
  'grounds',
  'statement',
] as const;
export type NoticeField = (typeof NOTICE_FIELDS)[number];

/** A label, its help and what is wrong, tied to the control by their ids. */
function field(form: NoticeForm, name: NoticeField, control: (attributes: Markup) => Markup) {
  const t = words(form.lang);
  const error = form.errors[name];
  const described = [`${name}-help`, ...(error ? [`${name}-error`] : [])].join(' ');
  const attributes = markup`id="${name}" name="${name}" required aria-describedby="${described}"${error && markup` aria-invalid="true"`}`;
  return markup`<div class="field">
  <label for="${name}">${t(`delivery:notice.fields.${name}.label`)}</label>
  <p class="help" id="${name}-help">${t(`delivery:notice.fields.${name}.help`)}</p>
  ${error && markup`<p class="wrong" id="${name}-error">${error}</p>`}
  ${control(attributes)}
</div>`;
}

function choice(form: NoticeForm, name: 'capacity' | 'grounds'): Markup {
  const t = words(form.lang);
  const options =
    name === 'capacity'
      ? CAPACITIES.map((code) => [code, t(`delivery:notice.capacities.${code}`)] as const)
      : GROUNDS.map((code) => [code, t(`delivery:notice.grounds.${code}`)] as const);
  return field(
    form,
    name,
    (attributes) =>
      markup`<select ${attributes}><option value="">${t('delivery:notice.choose')}</option>${options.map(
        ([code, label]) =>
          markup`<option value="${code}"${form.values[name] === code && markup` selected`}>${label}</option>`,
      )}</select>`,
  );
}

function line(form: NoticeForm, name: 'name' | 'contact', autocomplete: string): Markup {
  const value = form.values[name] ?? '';
  return field(
    form,
    name,
    (attributes) =>
      markup`<input type="text" ${attributes} maxlength="${NOTICE_LIMITS[name]}" autocomplete="${autocomplete}" value="${value}">`,
  );
}

function lines(form: NoticeForm, name: 'identifiers' | 'statement', rows: number): Markup {
  const most = name === 'statement' ? NOTICE_LIMITS.statement : 2_000;
  return field(
    form,
    name,
    (attributes) =>
      markup`<textarea ${attributes} rows="${rows}" maxlength="${most}">${form.values[name]}</textarea>`,
  );
}

/** The form by which anybody says that a material infringes something. Works without a script. */
export function noticePage(form: NoticeForm, status = 200): Response {
  const { lang, problem } = form;
  const t = words(lang);
  const own = (other?: Lang) =>
    address(NOTICE_PATH, { lang: (other ?? lang) === 'en' ? 'en' : undefined });
  const page = layout({
    lang,
    title: t('delivery:notice.pageTitle'),
    description: t('delivery:notice.lead'),
    otherLanguage: own(lang === 'vi' ? 'en' : 'vi'),
    noindex: status !== 200,
    body: markup`<div class="wrap notice">
  <h1>${t('delivery:notice.heading')}</h1>
  <p class="lead">${t('delivery:notice.lead')}</p>
  <p>${t('delivery:notice.privacy')}</p>
  ${problem && markup`<p class="wrong" role="alert">${problem}</p>`}
  <form action="${own()}" method="post">
    ${lines(form, 'identifiers', 2)}
    ${choice(form, 'grounds')}
    ${lines(form, 'statement', 8)}
    ${line(form, 'name', 'name')}
    ${choice(form, 'capacity')}
    ${line(form, 'contact', 'email')}
    <div class="aside" aria-hidden="true"><label for="${TRAP}">${t('delivery:notice.trap')}</label><input id="${TRAP}" type="text" name="${TRAP}" tabindex="-1" autocomplete="off"></div>
    <p class="actions"><button class="btn btn-primary" type="submit">${t('delivery:notice.send')}</button></p>
  </form>
</div>`,
  });
  return answerPage(page, lang, { status });
}
