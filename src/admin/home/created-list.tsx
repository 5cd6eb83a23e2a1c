'use client';
import { Link } from '@payloadcms/ui';
import { useT } from '../hooks/use-t';
import { Icon } from '../ui/icon';
import type { CreatedMaterial } from './use-new-materials';

export function CreatedList({ created }: { created: CreatedMaterial[] }) {
  const t = useT();
  return (
    <div aria-live="polite">
      {created.length > 0 && (
        <ul className="kho-uploads">
          {created.map((one) => (
            <li key={one.id}>
              <Icon name="check" />
              <div>
                <Link href={`/admin/nop-hoc-lieu/${one.id}`} prefetch={false}>
                  {one.title}
                </Link>
                <span className="kho-small kho-muted">{t('home.draftMade')}</span>
              </div>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
