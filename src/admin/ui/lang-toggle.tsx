'use client';
import type { Lang } from '../../i18n/translate';
import { useT } from '../hooks/use-t';

/** Which language of a field is being written; a dot says that the other has words too. */
export function LangToggle({
  label,
  lang,
  filled,
  onChange,
}: {
  label: string;
  lang: Lang;
  filled: Record<Lang, boolean>;
  onChange: (lang: Lang) => void;
}) {
  const t = useT();
  return (
    <span aria-label={t('form.languageOf', { label })} className="kho-langs" role="group">
      {(['vi', 'en'] as const).map((code) => (
        <button
          aria-pressed={code === lang}
          key={code}
          onClick={() => onChange(code)}
          title={t(code === 'vi' ? 'form.vietnamese' : 'form.english')}
          type="button"
        >
          {code === 'vi' ? t('form.vietnamese') : t('form.english')}
          {code !== lang && filled[code] && (
            <>
              <span aria-hidden="true" className="kho-dot kho-dot--quiet" />
              <span className="kho-sr">{t('form.hasText')}</span>
            </>
          )}
        </button>
      ))}
    </span>
  );
}
