'use client';
import { useT } from '../hooks/use-t';
import { Icon } from '../ui/icon';

/** The addresses under which programs read it. A tombstone answers under the same ones. */
export function FormatLinks({
  identifier,
  url,
  withdrawn,
}: {
  identifier: string;
  url: string;
  withdrawn: boolean;
}) {
  const t = useT();
  const links = [
    { href: url, label: t('publication.json') },
    { href: `${url}?lang=en`, label: t('publication.jsonEn') },
    {
      href: `/oai?verb=GetRecord&metadataPrefix=oai_dc&identifier=${encodeURIComponent(identifier)}`,
      label: t('publication.oai'),
    },
    ...(withdrawn ? [] : [{ href: `${url}/similar`, label: t('publication.similar') }]),
  ];
  return (
    <ul className="kho-links">
      {links.map(({ href, label }) => (
        <li key={href}>
          <a href={href} rel="noreferrer" target="_blank">
            <Icon name="open" small />
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
}
