import type { ServerProps } from 'payload';
import { makeT } from '../make-t';

export function BeforeLogin({ i18n }: ServerProps) {
  const t = makeT(i18n.language);
  return (
    <div className="kho-welcome">
      <h1>{t('signIn.title')}</h1>
      <p>{t('signIn.text')}</p>
    </div>
  );
}
