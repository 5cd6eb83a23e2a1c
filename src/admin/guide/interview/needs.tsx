'use client';
import type { RightsView } from '../../../review/view-models';
import { useT } from '../../hooks/use-t';
import { AuthorRows } from '../../material/author-rows';
import { Day, OneOf, PlainText, Year } from '../../material/fields';
import { groupRecord } from '../../material/group-record';
import { LicenceField } from '../../material/licence-field';
import { LocalisedText } from '../../material/localised-fields';
import { OfferedValues } from '../../material/offered-values';
import { useWorkbench } from '../../material/workbench';
import { CheckList } from '../../ui/check-list';
import { codeChoices } from '../../ui/choices';
import { countries } from '../../ui/countries';
import { FieldSet } from '../../ui/field';
import type { InterviewState } from './use-interview';

/** Exactly what the answers call for, beside the paper: the work, its people, the licence. */
export function Needs({ interview, rights }: { interview: InterviewState; rights: RightsView }) {
  const t = useT();
  const { record, outcome } = interview;
  const asks = (field: string) => outcome.demanded.includes(`rights.${field}`);
  const basis = record.value<string>('basis');
  return (
    <>
      <section className="kho-part">
        <h3>{t('rights.work')}</h3>
        <OfferedValues record={record} />
        <WorkFields asks={asks} interview={interview} rights={rights} />
      </section>
      <AuthorRows record={record} />
      {(basis === null || asks('owner.name')) && <OwnerFields interview={interview} />}
      {asks('scope') && <ScopeField interview={interview} />}
      <section className="kho-part">
        <h3>{t('rights.licence')}</h3>
        {basis === null ? (
          <p className="kho-callout kho-callout--info">{t('interview.licenceLater')}</p>
        ) : (
          <LicenceField record={record} rights={rights} />
        )}
        <LocalisedText
          hint={t('hints.creditLine')}
          label={t('fields.creditLine')}
          name="creditLine"
          record={record}
        />
      </section>
    </>
  );
}

type Asks = (field: string) => boolean;

function WorkFields({
  interview: { record },
  rights,
  asks,
}: {
  interview: InterviewState;
  rights: RightsView;
  asks: Asks;
}) {
  const t = useT();
  const { reference } = useWorkbench();
  const ai = groupRecord(record, 'ai');
  return (
    <>
      <div className="kho-two">
        <PlainText
          label={rights.component ? t('fields.componentTitle') : t('fields.workTitle')}
          name="title"
          record={record}
        />
        {asks('published') && (
          <OneOf
            choices={codeChoices(reference, 'published')}
            label={t('fields.published')}
            name="published"
            record={record}
          />
        )}
        {asks('firstPublishedYear') && (
          <Year label={t('fields.firstPublishedYear')} name="firstPublishedYear" record={record} />
        )}
        {asks('fixedYear') && (
          <Year
            hint={t('hints.fixedYear')}
            label={t('fields.fixedYear')}
            name="fixedYear"
            record={record}
          />
        )}
        {asks('country') && (
          <OneOf
            choices={countries(t, record.value<string>('country'))}
            label={t('fields.country')}
            name="country"
            record={record}
          />
        )}
        {asks('termTo') && <Day label={t('fields.termTo')} name="termTo" record={record} />}
        {asks('ai.tool') && <PlainText label={t('fields.aiTool')} name="tool" record={ai} />}
      </div>
      {asks('ai.humanContribution') && (
        <PlainText
          hint={t('hints.humanContribution')}
          label={t('fields.humanContribution')}
          long
          name="humanContribution"
          record={ai}
        />
      )}
    </>
  );
}

function OwnerFields({ interview: { record } }: { interview: InterviewState }) {
  const t = useT();
  const { reference } = useWorkbench();
  const owner = groupRecord(record, 'owner');
  return (
    <section className="kho-part">
      <h3>{t('rights.owner')}</h3>
      <div className="kho-two">
        <PlainText label={t('fields.ownerName')} name="name" record={owner} />
        <OneOf
          choices={codeChoices(reference, 'ownerKinds', 'ownerKind')}
          label={t('fields.ownerKind')}
          name="kind"
          record={owner}
        />
      </div>
    </section>
  );
}

function ScopeField({ interview: { record } }: { interview: InterviewState }) {
  const t = useT();
  const { reference } = useWorkbench();
  return (
    <FieldSet
      condition={record.condition('scope')}
      hint={t('hints.scope')}
      legend={t('fields.scope')}
      needed={record.demanded('scope')}
      path={record.path('scope')}
    >
      <CheckList
        choices={codeChoices(reference, 'scopes', 'scope')}
        disabled={record.readOnly}
        onChange={(value) => record.set('scope', value)}
        value={record.value<string[]>('scope') ?? []}
      />
    </FieldSet>
  );
}
