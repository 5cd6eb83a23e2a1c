'use client';
import { useState } from 'react';
import { asProblem } from '../api/problem';
import { request } from '../api/request';
import { useT } from '../hooks/use-t';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { notifyDone } from '../ui/notify';
import { problemText } from '../ui/problem-text';
import { TextInput } from '../ui/text-control';

export function PasswordForm() {
  const t = useT();
  const [current, setCurrent] = useState('');
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const submit = async () => {
    if (first !== second) {
      setWrong(t('account.different'));
      return;
    }
    setBusy(true);
    setWrong(null);
    try {
      await request('/api/users/password', { method: 'POST', body: { current, password: first } });
      setCurrent('');
      setFirst('');
      setSecond('');
      notifyDone(t('account.changed'));
    } catch (cause) {
      const problem = asProblem(cause);
      const { title, detail } = problemText(t, problem);
      const [error] = problem.errors;
      setWrong((error ? [error.message, error.remedy] : [title, detail]).filter(Boolean).join(' '));
    } finally {
      setBusy(false);
    }
  };

  return (
    <section
      className="kho-part"
      onKeyDown={(event) => event.key === 'Enter' && first !== '' && void submit()}
    >
      <h2>{t('account.password')}</h2>
      <Field label={t('account.currentPassword')} path="account.current">
        {(ids) => (
          <TextInput
            {...ids}
            autoComplete="current-password"
            onChange={setCurrent}
            type="password"
            value={current}
          />
        )}
      </Field>
      <div className="kho-two">
        <Field
          hint={t('account.passwordHint')}
          label={t('account.newPassword')}
          path="account.password"
        >
          {(ids) => (
            <TextInput
              {...ids}
              autoComplete="new-password"
              onChange={setFirst}
              type="password"
              value={first}
            />
          )}
        </Field>
        <Field label={t('account.repeat')} path="account.repeat">
          {(ids) => (
            <TextInput
              {...ids}
              autoComplete="new-password"
              onChange={setSecond}
              type="password"
              value={second}
            />
          )}
        </Field>
      </div>
      {wrong && (
        <p className="kho-hint kho-hint--warn" role="alert">
          {wrong}
        </p>
      )}
      <div>
        <Button
          blocked={current === '' || first === '' || second === ''}
          busy={busy}
          onClick={() => void submit()}
        >
          {t('account.change')}
        </Button>
      </div>
    </section>
  );
}
