'use client';
import { useEffect, useState } from 'react';
import type { FileView } from '../../review/view-models';
import { useT } from '../hooks/use-t';
import { LinkButton } from './button';
import { Icon } from './icon';

/** A file as it is, inside the page where the browser can show it. Bytes need the session. */
export function FilePreview({
  file,
  alt,
  bare,
}: {
  file: FileView;
  alt?: string | null;
  /** Without the browser's own tools: where there is little room. */
  bare?: boolean;
}) {
  const t = useT();
  const kind = file.mediaType.split('/')[0];
  if (file.verdict === 'infected' || file.verdict === 'rejected') {
    return (
      <div className="kho-preview kho-preview--none">
        <Icon name="shield" />
        <p>{t('files.unsafe')}</p>
      </div>
    );
  }
  if (file.mediaType === 'application/pdf') {
    return (
      <iframe
        className="kho-preview kho-preview--doc"
        src={`${file.contentUrl}#view=FitH&navpanes=0${bare ? '&toolbar=0' : ''}`}
        title={file.name}
      />
    );
  }
  if (kind === 'image') {
    return <img alt={alt || file.name} className="kho-preview" src={file.contentUrl} />;
  }
  if (kind === 'audio') {
    return (
      <audio
        aria-label={file.name}
        className="kho-preview kho-preview--audio"
        controls
        preload="metadata"
        src={file.contentUrl}
      />
    );
  }
  if (kind === 'video') {
    return (
      <video
        aria-label={file.name}
        className="kho-preview"
        controls
        preload="metadata"
        src={file.contentUrl}
      />
    );
  }
  if (kind === 'text') return <TextPreview file={file} />;
  return (
    <div className="kho-preview kho-preview--none">
      {file.thumbnailUrl ? <img alt="" src={file.thumbnailUrl} /> : <Icon name="file" />}
      <p className="kho-sm kho-muted">{t('files.noPreview')}</p>
      <LinkButton href={file.contentUrl} icon="open" target="_blank">
        {t('files.openFile')}
      </LinkButton>
    </div>
  );
}

/** The first part is enough to judge a text by; the whole opens apart. */
const TEXT_LIMIT = 200_000;

function TextPreview({ file }: { file: FileView }) {
  const t = useT();
  const [text, setText] = useState<string | null>(null);
  useEffect(() => {
    const abort = new AbortController();
    fetch(file.contentUrl, {
      credentials: 'same-origin',
      headers: { Range: `bytes=0-${TEXT_LIMIT - 1}` },
      signal: abort.signal,
    })
      .then((response) => response.text())
      .then(setText)
      .catch(() => undefined);
    return () => abort.abort();
  }, [file.contentUrl]);
  return (
    <pre aria-label={file.name} className="kho-preview kho-preview--text" tabIndex={0}>
      {text ?? t('common.loading')}
    </pre>
  );
}
