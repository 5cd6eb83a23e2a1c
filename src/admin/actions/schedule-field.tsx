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

/** A UTC moment of Hanoi's clock, once both parts are whole. */
function momentOf(day: string | null, hour: string): string | null {
  const whole = day !== null && /^([01]\d|2[0-3]):[0-5]\d$/.test(hour);
  return whole ? hanoiToUtc(`${day}T${hour}`) : null;
}

const isPast = (at: string) => new Date(at) <= new Date();

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

  const chosen = momentOf(day, hour);
  const past = chosen !== null && isPast(chosen);
  const put = (nextDay: string | null, nextHour: string) => {
    setDay(nextDay);
    setHour(nextHour);
    const next = momentOf(nextDay, nextHour);
    onChange(next && !isPast(next) ? next : '');
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
          <Field
            label={t('publish.day')}
            path="action.day"
            error={past ? t('publish.past') : undefined}
          >
            {(ids) => <DateInput {...ids} onChange={(next) => put(next, hour)} value={day} />}
          </Field>
          <Field
            label={t('publish.hour')}
            path="action.hour"
            error={day && chosen === null ? t('publish.hourWrong') : undefined}
          >
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
