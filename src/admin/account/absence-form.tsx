'use client';
import { useAuth } from '@payloadcms/ui';
import { useState } from 'react';
import type { Absence } from '../../review/absence';
import { ProblemList } from '../actions/problem-list';
import { asProblem, type Problem } from '../api/problem';
import { request } from '../api/request';
import { useResource } from '../hooks/use-resource';
import { useT } from '../hooks/use-t';
import type { T } from '../make-t';
import { Button } from '../ui/button';
import { DateInput } from '../ui/date-input';
import { Field } from '../ui/field';
import { formatDate } from '../ui/format';
import { notifyDone } from '../ui/notify';

/** When an editor is not there: what they hold goes back to the queue, so that nobody waits for them. */
export function AbsenceForm({ held }: { held: number }) {
  const t = useT();
  const { user } = useAuth();
  const address = `/api/users/${String(user?.id)}?depth=0`;
  const { data, reload } = useResource<Absence>(address);
  if (!data) return null;
  const said = { awayFrom: data.awayFrom ?? null, awayTo: data.awayTo ?? null };
  return (
    <section aria-labelledby="kho-absence" className="kho-part">
      <h2 id="kho-absence">{t('account.absence.title')}</h2>
      <p className="kho-muted">{t('account.absence.text')}</p>
      {(said.awayFrom ?? said.awayTo) && (
        <p>
          <strong>{inWords(t, said)}</strong>
        </p>
      )}
      {held > 0 && <p>{t('account.absence.held', { count: held })}</p>}
      <Days address={address} key={JSON.stringify(said)} reload={reload} said={said} />
    </section>
  );
}

function inWords(t: T, { awayFrom, awayTo }: Absence): string {
  const [from, to] = [formatDate(awayFrom), formatDate(awayTo)];
  if (!to) return t('account.absence.saidFrom', { from });
  return from ? t('account.absence.said', { from, to }) : t('account.absence.saidTo', { to });
}

function Days({
  said,
  address,
  reload,
}: {
  said: Required<Absence>;
  address: string;
  reload: () => Promise<unknown>;
}) {
  const t = useT();
  const [from, setFrom] = useState(said.awayFrom);
  const [to, setTo] = useState(said.awayTo);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const save = async (absence: Absence) => {
    setBusy(true);
    setProblem(null);
    try {
      await request(address, { method: 'PATCH', body: absence });
      notifyDone(t(absence.awayFrom ? 'account.absence.saved' : 'account.absence.ended'));
      await reload();
    } catch (cause) {
      setProblem(asProblem(cause));
    } finally {
      setBusy(false);
    }
  };
  const same = from === said.awayFrom && to === said.awayTo;
  return (
    <>
      <div className="kho-two">
        <Field label={t('account.absence.from')} path="account.awayFrom">
          {(ids) => <DateInput {...ids} onChange={setFrom} value={from} />}
        </Field>
        <Field
          hint={t('account.absence.toHint')}
          label={t('account.absence.to')}
          path="account.awayTo"
        >
          {(ids) => <DateInput {...ids} onChange={setTo} value={to} />}
        </Field>
      </div>
      <ProblemList problem={problem} />
      <div className="kho-account__row">
        <Button
          blocked={!from || same}
          busy={busy}
          onClick={() => void save({ awayFrom: from, awayTo: to })}
        >
          {t('account.absence.save')}
        </Button>
        {(said.awayFrom ?? said.awayTo) && (
          <Button onClick={() => void save({ awayFrom: null, awayTo: null })} variant="quiet">
            {t('account.absence.end')}
          </Button>
        )}
      </div>
    </>
  );
}
