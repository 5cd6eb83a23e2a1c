'use client';
import { useState } from 'react';
import type { Action } from '../../review/states';
import { useT } from '../hooks/use-t';
import { DateInput } from '../ui/date-input';
import { Field } from '../ui/field';
import { hanoiToUtc, utcToHanoi } from '../ui/format';
import { RadioCards } from '../ui/radio-cards';
import { TextInput } from '../ui/text-control';

export const hasSchedule = (action: Action): boolean => action === 'publish';

/** Now (null), or at a time on Hanoi's clock: a UTC moment, '' while the day is not complete. */
export function ScheduleField({
  value,
  onChange,
}: {
  value: string | null;
  onChange: (at: string | null) => void;
}) {
  const t = useT();
  const [later, setLater] = useState(value !== null);
  const [day, setDay] = useState<string | null>(value ? utcToHanoi(value).slice(0, 10) : null);
  const [hour, setHour] = useState(value ? utcToHanoi(value).slice(11) : '08:00');

  const put = (nextDay: string | null, nextHour: string) => {
    setDay(nextDay);
    setHour(nextHour);
    onChange(
      nextDay && /^([01]\d|2[0-3]):[0-5]\d$/.test(nextHour)
        ? hanoiToUtc(`${nextDay}T${nextHour}`)
        : '',
    );
  };

  return (
    <>
      <RadioCards
        choices={[
          { value: 'now', label: t('publish.now'), hint: t('publish.nowHint') },
          { value: 'later', label: t('publish.later'), hint: t('publish.laterHint') },
        ]}
        name="kho-when"
        onChange={(choice) => {
          setLater(choice === 'later');
          if (choice === 'now') onChange(null);
          else put(day, hour);
        }}
        value={later ? 'later' : 'now'}
      />
      {later && (
        <div className="kho-two">
          <Field label={t('publish.day')} path="action.day">
            {(ids) => <DateInput {...ids} onChange={(next) => put(next, hour)} value={day} />}
          </Field>
          <Field label={t('publish.hour')} path="action.hour">
            {(ids) => (
              <TextInput
                {...ids}
                inputMode="numeric"
                maxLength={5}
                onChange={(next) => put(day, next)}
                placeholder={t('publish.hourPlaceholder')}
                value={hour}
              />
            )}
          </Field>
        </div>
      )}
    </>
  );
}
