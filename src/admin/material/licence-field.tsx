'use client';
import { translateIfKnown } from '../../i18n/translate';
import type { ReferenceView, RightsView } from '../../review/view-models';
import { useT } from '../hooks/use-t';
import type { T } from '../make-t';
import { FieldSet } from '../ui/field';
import { RadioCards } from '../ui/radio-cards';
import type { Choice } from '../ui/select-input';
import type { RecordDraft } from './use-record';
import { useWorkbench } from './workbench';

/** The licences that the claim allows: the usual ones, then the rest; each in plain words. */
export function LicenceField({ record, rights }: { record: RecordDraft; rights: RightsView }) {
  const t = useT();
  const { view, reference } = useWorkbench();
  const value = record.value<string>('licence');
  const possible = view.licenceChoices[rights.id] ?? { proposed: [], other: [], statements: [] };
  const known = [...possible.proposed, ...possible.other, ...possible.statements];
  const groups: [string, string[]][] = [
    [t('rights.licenceProposed'), possible.proposed],
    [t('rights.licenceOther'), possible.other],
    [t('rights.licenceStatements'), possible.statements],
    // Chosen before the claim changed: shown, so that it can be seen and left.
    [t('rights.licenceUnfit'), value && !known.includes(value) ? [value] : []],
  ];
  const hint = record.value('basis') === null ? t('rights.licenceNoBasis') : t('hints.licence');
  const [first, ...rest] = groups.filter(([, ids]) => ids.length > 0);
  const cards = (ids: string[]) => (
    <RadioCards
      choices={ids.map((id) => licenceChoice(t, reference, id))}
      disabled={record.readOnly}
      name={`licence-${rights.id}`}
      onChange={(next) => record.set('licence', next)}
      value={value}
    />
  );

  return (
    <FieldSet
      condition={record.condition('licence')}
      hint={hint}
      legend={t('fields.licence')}
      needed={record.demanded('licence')}
      path={record.path('licence')}
    >
      {first && (
        <>
          <p className="kho-small kho-muted kho-group">{first[0]}</p>
          {cards(first[1])}
        </>
      )}
      {rest.map(([name, ids]) => (
        <details
          className="kho-more kho-group"
          key={name}
          open={value !== null && ids.includes(value)}
        >
          <summary>
            {name} ({ids.length})
          </summary>
          <div>{cards(ids)}</div>
        </details>
      ))}
    </FieldSet>
  );
}

function licenceChoice(t: T, reference: ReferenceView | undefined, id: string): Choice {
  const licence = reference?.licences.find((one) => one.id === id);
  const words = licence && translateIfKnown(t.lang, `admin:statements.${licence.code}`);
  return { value: id, label: licence?.label ?? id, hint: licence?.summary ?? words };
}
