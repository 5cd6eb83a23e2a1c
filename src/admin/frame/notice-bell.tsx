'use client';
import { Link, useConfig } from '@payloadcms/ui';
import { useEffect } from 'react';
import type { NoticesView } from '../../notifications/notices-view';
import { request } from '../api/request';
import { useResource } from '../hooks/use-resource';
import { useT } from '../hooks/use-t';
import { formatMoment } from '../ui/format';
import { Icon } from '../ui/icon';
import { Popup } from './popup';

const AGAIN_MS = 60_000;
const SHOWN = 6;

/** How many notices were not read, the newest of them, and the way to all. */
export function NoticeBell() {
  const t = useT();
  const { data, reload } = useResource<NoticesView>('/api/staff/notices');
  const {
    config: {
      routes: { admin },
    },
  } = useConfig();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void reload();
    }, AGAIN_MS);
    return () => clearInterval(timer);
  }, [reload]);
  const unread = data?.unread ?? 0;
  const read = async (id: string) => {
    await request('/api/staff/notices/read', { method: 'POST', body: { ids: [id] } });
    await reload();
  };
  return (
    <Popup
      button={
        <>
          <Icon name="bell" />
          {unread > 0 && (
            <span className="kho-count kho-num">{unread >= 100 ? '99+' : unread}</span>
          )}
        </>
      }
      label={t('notices.bell', { count: unread })}
    >
      {(data?.notices ?? []).slice(0, SHOWN).map((one) => (
        <Link
          className={one.read ? 'kho-notice' : 'kho-notice kho-notice--new'}
          href={one.path}
          key={one.id}
          // Leaving may cut it off: it stays unread, which is no loss.
          onClick={() => void read(one.id).catch(() => undefined)}
          prefetch={false}
        >
          <span>
            {one.text}
            <br />
            <span className="kho-muted kho-sm kho-num">{formatMoment(one.at)}</span>
          </span>
        </Link>
      ))}
      {data?.notices.length === 0 && <p className="kho-muted kho-sm">{t('notices.none')}</p>}
      <Link href={`${admin}/thong-bao`} prefetch={false}>
        {t('notices.all')}
      </Link>
    </Popup>
  );
}
