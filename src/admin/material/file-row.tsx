'use client';
import { useState } from 'react';
import { useT } from '../hooks/use-t';
import { Button } from '../ui/button';
import { codeChoices } from '../ui/choices';
import { fieldId } from '../ui/field-id';
import { fileMeta } from '../ui/file-meta';
import { FilePreview } from '../ui/file-preview';
import { Icon } from '../ui/icon';
import { OneOf } from './fields';
import { LocalisedText } from './localised-fields';
import { FileVerdict } from './file-verdict';
import { rowRecord } from './group-record';
import type { RecordDraft } from './use-record';
import { useWorkbench } from './workbench';

type Row = Record<string, unknown> & { id: string; file: string };

export function FileRow({
  record,
  index,
  count,
}: {
  record: RecordDraft;
  index: number;
  count: number;
}) {
  const t = useT();
  const { view, reference, save } = useWorkbench();
  const [preview, setPreview] = useState(false);
  const rows = record.value<Row[]>('items') ?? [];
  const row = rows[index];
  const item = view.items.find(({ file }) => file.id === row?.file);
  if (!row || !item) return null;
  const { file } = item;
  const own = rowRecord(record, 'items', index);
  const isImage = file.mediaType.startsWith('image/');

  const put = (next: Row[]) => {
    record.set('items', next);
    setTimeout(() => void save(), 0);
  };
  const move = (step: number) => {
    const next = rows.filter((_, at) => at !== index);
    next.splice(index + step, 0, row);
    put(next);
  };

  return (
    <li className="kho-file" id={fieldId(`items.${index}`)}>
      <div className="kho-file__head">
        {file.thumbnailUrl ? (
          <img alt="" className="kho-file__thumb" src={file.thumbnailUrl} />
        ) : (
          <Icon name={isImage ? 'image' : 'file'} />
        )}
        <div>
          <b>{file.name}</b>
          <p className="kho-small kho-muted kho-num">
            {fileMeta(t, file)} <FileVerdict file={file} />
          </p>
        </div>
        <div className="kho-file__tools">
          <Button
            aria-expanded={preview}
            icon="eye"
            onClick={() => setPreview(!preview)}
            variant="quiet"
          >
            {preview ? t('files.hidePreview') : t('files.preview')}
          </Button>
          {!record.readOnly && (
            <>
              <Button
                aria-label={t('files.moveUp', { name: file.name })}
                blocked={index === 0}
                icon="up"
                iconOnly
                onClick={() => move(-1)}
                variant="quiet"
              />
              <Button
                aria-label={t('files.moveDown', { name: file.name })}
                blocked={index === count - 1}
                icon="down"
                iconOnly
                onClick={() => move(1)}
                variant="quiet"
              />
              <Button
                aria-label={t('files.remove', { name: file.name })}
                icon="bin"
                iconOnly
                onClick={() => put(rows.filter((_, at) => at !== index))}
                variant="quiet"
              />
            </>
          )}
        </div>
      </div>
      {preview && <FilePreview alt={item.altText.vi} file={file} />}
      <div className="kho-two">
        <OneOf
          choices={codeChoices(reference, 'itemRoles')}
          label={t('fields.itemRole')}
          name="role"
          record={own}
        />
        <LocalisedText label={t('fields.caption')} name="caption" record={own} />
      </div>
      {(isImage ||
        own.condition('altText') !== undefined ||
        view.missing.some(({ field }) => field === `items.${index}.altText`)) && (
        <LocalisedText
          hint={t('hints.altText')}
          label={t('fields.altText')}
          long
          name="altText"
          record={own}
        />
      )}
    </li>
  );
}
