'use client';
import { Link, useAuth, useConfig, useTheme, useTranslation } from '@payloadcms/ui';
import type { HomeView } from '../../review/view-models';
import { useNamedBoxes } from '../hooks/use-named-boxes';
import { useRememberLanguage } from '../hooks/use-remember-language';
import { useResource } from '../hooks/use-resource';
import { useT } from '../hooks/use-t';
import { Icon } from '../ui/icon';
import { initials } from './initials';
import { NoticeBell } from './notice-bell';
import { Popup } from './popup';

/** At the right of the bar: the language of the screens, and the account. */
export function HeaderTools() {
  const t = useT();
  const { user } = useAuth();
  const { switchLanguage } = useTranslation();
  const { theme, setTheme } = useTheme();
  useRememberLanguage();
  useNamedBoxes(t);
  const { data } = useResource<HomeView>(user ? '/api/staff/home' : null);
  const {
    config: {
      routes: { admin },
    },
  } = useConfig();
  const name =
    data?.person.name ?? String((user as { name?: string } | null)?.name ?? user?.email ?? '');

  return (
    <div className="kho-tools">
      {user && <NoticeBell />}
      <Popup
        button={
          <>
            <span className="kho-tool__name">{t(`languages.${t.lang}`)}</span>
            <span className="kho-only-narrow">{t.lang.toUpperCase()}</span>
            <Icon name="down" small />
          </>
        }
        label={t('header.language', { language: t(`languages.${t.lang}`) })}
      >
        {(['vi', 'en'] as const).map((code) => (
          <button
            aria-checked={code === t.lang}
            key={code}
            lang={code}
            onClick={() => void switchLanguage?.(code)}
            role="menuitemradio"
            type="button"
          >
            {t(`languages.${code}`)}
          </button>
        ))}
      </Popup>
      <Popup
        button={
          <>
            {/* Drawn, not written: who speaks to the button says the name. */}
            <span aria-hidden="true" className="kho-avatar" data-initials={initials(name)} />
            <span className="kho-tool__name">{name}</span>
            <Icon name="down" small />
          </>
        }
        className="kho-tool--account"
        label={t('header.account', { name })}
      >
        <p className="kho-sm">
          <b>{name}</b>
          <br />
          <span className="kho-muted">
            {data?.person.roleLabel}
            {data && data.departments.length > 0
              ? `, ${data.departments.map((one) => one.name).join(', ')}`
              : ''}
          </span>
        </p>
        <Link href={`${admin}/account`} prefetch={false}>
          <Icon name="person" />
          {t('header.accountPage')}
        </Link>
        <button onClick={() => setTheme(theme === 'dark' ? 'light' : 'dark')} type="button">
          <Icon name="theme" />
          {theme === 'dark' ? t('header.light') : t('header.dark')}
        </button>
        <Link href={`${admin}/logout`} prefetch={false}>
          <Icon name="signout" />
          {t('header.signOut')}
        </Link>
      </Popup>
    </div>
  );
}
