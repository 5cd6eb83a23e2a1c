'use client';
import { Link } from '@payloadcms/ui';
import { useT } from '../hooks/use-t';
import { formatNumber } from '../ui/format';
import { Icon, type IconName } from '../ui/icon';

export function Tiles({
  tiles,
}: {
  tiles: { icon: IconName; label: string; count: number; href: string }[];
}) {
  const t = useT();
  return (
    <nav aria-label={t('home.more')} className="kho-tiles">
      {tiles.map((tile) => (
        <Link href={`/admin${tile.href}`} key={tile.href} prefetch={false}>
          <Icon name={tile.icon} />
          <span>
            {tile.label} <span className="kho-muted kho-num">({formatNumber(tile.count)})</span>
          </span>
          <Icon name="right" />
        </Link>
      ))}
    </nav>
  );
}
