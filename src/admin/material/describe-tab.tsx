'use client';
import { useT } from '../hooks/use-t';
import { termChoices } from '../ui/choices';
import { AccessibilityFields } from './accessibility-fields';
import { CreatorRows } from './creator-rows';
import { MATERIAL } from './edits';
import { Day, OneOf, PlainTags, PlainText, SomeOf } from './fields';
import { LocalisedTags, LocalisedText } from './localised-fields';
import { AgeRangeField, DurationField } from './measure-fields';
import { useRecord } from './use-record';
import { vocabulary } from './vocabulary';
import { useWorkbench } from './workbench';

/** What the material is: the few things everybody fills in, then the rest folded away. */
export function DescribeTab() {
  const t = useT();
  const { reference } = useWorkbench();
  const record = useRecord(MATERIAL);
  const label = (name: Parameters<typeof t>[0]) => t(name);
  return (
    <div className="kho-form">
      {!record.readOnly && <p className="kho-small kho-muted">{t('form.needed')}</p>}
      <LocalisedText label={label('fields.title')} name="title" record={record} />
      <LocalisedText
        hint={t('hints.abstract')}
        label={label('fields.abstract')}
        long
        name="abstract"
        record={record}
      />
      <div className="kho-two">
        <OneOf
          choices={termChoices(reference, 'types')}
          label={label('fields.type')}
          name="type"
          record={record}
        />
        <SomeOf
          choices={termChoices(reference, 'subjects')}
          label={label('fields.subjects')}
          name="subjects"
          record={record}
        />
        <SomeOf
          choices={termChoices(reference, 'levels')}
          label={label('fields.levels')}
          name="levels"
          record={record}
        />
        <SomeOf
          choices={termChoices(reference, 'audiences')}
          label={label('fields.audiences')}
          name="audiences"
          record={record}
        />
      </div>
      <LocalisedTags
        hint={t('hints.keywords')}
        label={label('fields.keywords')}
        name="keywords"
        record={record}
      />
      <CreatorRows record={record} />
      <SomeOf
        choices={vocabulary(t, 'languages')}
        hint={t('hints.language')}
        label={label('fields.language')}
        name="language"
        record={record}
      />
      <details className="kho-more">
        <summary>{t('material.more')}</summary>
        <div className="kho-form">
          <LocalisedText
            label={label('fields.alternativeTitle')}
            name="alternativeTitle"
            record={record}
          />
          <div className="kho-two">
            <PlainText label={label('fields.publisher')} name="publisher" record={record} />
            <Day label={label('fields.issued')} name="issued" record={record} />
            <AgeRangeField record={record} />
            <DurationField record={record} />
            <PlainText
              hint={t('hints.place')}
              label={label('fields.place')}
              name="place"
              record={record}
            />
            <OneOf
              choices={vocabulary(t, 'interactivity')}
              label={label('fields.interactivity')}
              name="interactivity"
              record={record}
            />
          </div>
          <SomeOf
            choices={vocabulary(t, 'educationalUse')}
            label={label('fields.educationalUse')}
            name="educationalUse"
            record={record}
          />
          <SomeOf
            choices={termChoices(reference, 'features')}
            label={label('fields.features')}
            name="features"
            record={record}
          />
          <LocalisedTags
            hint={t('hints.outcomes')}
            label={label('fields.outcomes')}
            name="outcomes"
            record={record}
          />
          <PlainTags
            hint={t('hints.basedOn')}
            label={label('fields.basedOn')}
            name="basedOn"
            record={record}
          />
          <PlainTags
            hint={t('hints.partOf')}
            label={label('fields.partOf')}
            name="partOf"
            record={record}
          />
        </div>
      </details>
      <AccessibilityFields record={record} />
    </div>
  );
}
