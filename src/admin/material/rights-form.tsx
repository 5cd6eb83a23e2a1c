'use client';
import type { RightsView } from '../../review/view-models';
import { useT } from '../hooks/use-t';
import { Checkbox } from '../ui/checkbox';
import { CheckList } from '../ui/check-list';
import { codeChoices } from '../ui/choices';
import { countries } from '../ui/countries';
import { FieldSet } from '../ui/field';
import { AuthorRows } from './author-rows';
import { BasisField } from './basis-field';
import { EvidenceRows } from './evidence-rows';
import { Day, OneOf, PlainText, Year } from './fields';
import { LocalisedText } from './localised-fields';
import { groupRecord } from './group-record';
import { InterviewNote } from './interview-note';
import { LicenceField } from './licence-field';
import { OfferedValues } from './offered-values';
import { TermNote } from './term-note';
import { useRecord } from './use-record';
import { useWorkbench } from './workbench';

/** One rights record: of the whole, or of a component that somebody else made. */
export function RightsForm({ rights, prefix }: { rights: RightsView; prefix: string }) {
  const t = useT();
  const { reference, view } = useWorkbench();
  const record = useRecord(rights.id, prefix);
  const owner = groupRecord(record, 'owner');
  const ai = groupRecord(record, 'ai');
  const tick = (name: 'exclusive' | 'sublicence' | 'tdmReserved') => (
    <Checkbox
      checked={record.value<boolean>(name) === true}
      disabled={record.readOnly}
      hint={t(`hints.${name}`)}
      onChange={(checked) => record.set(name, checked)}
    >
      {t(`fields.${name}`)}
    </Checkbox>
  );

  return (
    <>
      <InterviewNote rights={rights} view={view} />
      <BasisField record={record} rights={rights} />
      <EvidenceRows record={record} rights={rights} />
      <section className="kho-part">
        <h2>{t('rights.work')}</h2>
        {!rights.component && <OfferedValues record={record} />}
        <div className="kho-two">
          <PlainText
            label={rights.component ? t('fields.componentTitle') : t('fields.workTitle')}
            name="title"
            record={record}
          />
          <OneOf
            choices={codeChoices(reference, 'workTypes', 'workType')}
            label={t('fields.workType')}
            name="workType"
            record={record}
          />
          <OneOf
            choices={codeChoices(reference, 'published')}
            label={t('fields.published')}
            name="published"
            record={record}
          />
          <Year label={t('fields.firstPublishedYear')} name="firstPublishedYear" record={record} />
          <Year
            hint={t('hints.fixedYear')}
            label={t('fields.fixedYear')}
            name="fixedYear"
            record={record}
          />
          <OneOf
            choices={countries(t, record.value<string>('country'))}
            label={t('fields.country')}
            name="country"
            record={record}
          />
        </div>
      </section>
      <AuthorRows record={record} />
      <section className="kho-part">
        <h2>{t('rights.owner')}</h2>
        <div className="kho-two">
          <PlainText label={t('fields.ownerName')} name="name" record={owner} />
          <OneOf
            choices={codeChoices(reference, 'ownerKinds', 'ownerKind')}
            label={t('fields.ownerKind')}
            name="kind"
            record={owner}
          />
        </div>
        <PlainText label={t('fields.ownerAddress')} name="address" record={owner} />
      </section>
      <section className="kho-part">
        <h2>{t('rights.granted')}</h2>
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
        <div className="kho-three">
          <Day label={t('fields.termFrom')} name="termFrom" record={record} />
          <Day hint={t('hints.termTo')} label={t('fields.termTo')} name="termTo" record={record} />
          <OneOf
            choices={codeChoices(reference, 'territories', 'territory')}
            label={t('fields.territory')}
            name="territory"
            record={record}
          />
        </div>
        <details className="kho-more">
          <summary>{t('rights.otherTerms')}</summary>
          <div className="kho-form">
            <div>
              {tick('exclusive')}
              {tick('sublicence')}
              {tick('tdmReserved')}
            </div>
            <div className="kho-two">
              <PlainText label={t('fields.remuneration')} name="remuneration" record={record} />
              <Day
                hint={t('hints.nextReview')}
                label={t('fields.nextReview')}
                name="nextReview"
                record={record}
              />
            </div>
            <PlainText label={t('fields.conditions')} long name="conditions" record={record} />
          </div>
        </details>
      </section>
      <section className="kho-part">
        <h2>{t('rights.licence')}</h2>
        <LicenceField record={record} rights={rights} />
        <LocalisedText
          hint={t('hints.creditLine')}
          label={t('fields.creditLine')}
          name="creditLine"
          record={record}
        />
      </section>
      <section className="kho-part">
        <h2>{t('rights.aiAndPeople')}</h2>
        <div className="kho-two">
          <OneOf
            choices={codeChoices(reference, 'aiUses', 'aiUse')}
            label={t('fields.aiUse')}
            name="use"
            record={ai}
          />
          <OneOf
            choices={codeChoices(reference, 'portraitConsents', 'portraitConsent')}
            label={t('fields.portraitConsent')}
            name="portraitConsent"
            record={record}
          />
        </div>
        {ai.value<string>('use') !== null && ai.value<string>('use') !== 'none' && (
          <>
            <PlainText label={t('fields.aiTool')} name="tool" record={ai} />
            <PlainText
              hint={t('hints.humanContribution')}
              label={t('fields.humanContribution')}
              long
              name="humanContribution"
              record={ai}
            />
          </>
        )}
      </section>
      <TermNote rights={rights} />
    </>
  );
}
