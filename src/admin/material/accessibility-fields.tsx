'use client';
import { useT } from '../hooks/use-t';
import { SomeOf } from './fields';
import { LocalisedText } from './localised-fields';
import { groupRecord } from './group-record';
import type { RecordDraft } from './use-record';
import { vocabulary } from './vocabulary';

/** How people with disabilities can use it: schema.org's vocabulary in words. */
export function AccessibilityFields({ record }: { record: RecordDraft }) {
  const t = useT();
  const group = groupRecord(record, 'accessibility');
  return (
    <details className="kho-more">
      <summary>{t('fields.accessibility')}</summary>
      <div className="kho-form">
        <div className="kho-two">
          <SomeOf
            choices={vocabulary(t, 'accessModes')}
            label={t('fields.a11yModes')}
            name="modes"
            record={group}
          />
          <SomeOf
            choices={vocabulary(t, 'accessModes')}
            label={t('fields.a11ySufficient')}
            name="sufficient"
            record={group}
          />
          <SomeOf
            choices={vocabulary(t, 'accessFeatures')}
            label={t('fields.a11yFeatures')}
            name="features"
            record={group}
          />
          <SomeOf
            choices={vocabulary(t, 'accessHazards')}
            label={t('fields.a11yHazards')}
            name="hazards"
            record={group}
          />
        </div>
        <LocalisedText label={t('fields.a11ySummary')} long name="summary" record={group} />
      </div>
    </details>
  );
}
