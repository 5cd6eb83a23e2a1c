'use client';
import { useRef } from 'react';
import type { RightsView } from '../../review/view-models';
import { refusePicked } from '../api/refuse-picked';
import { useT } from '../hooks/use-t';
import { useUnsavedGuard } from '../hooks/use-unsaved-guard';
import { useUploads } from '../hooks/use-uploads';
import { Button, LinkButton } from '../ui/button';
import { codeChoices } from '../ui/choices';
import { FieldSet } from '../ui/field';
import { fieldId } from '../ui/field-id';
import { fileMeta } from '../ui/file-meta';
import { Icon } from '../ui/icon';
import { UploadList } from '../ui/upload-list';
import { Day, OneOf, PlainText } from './fields';
import { FileVerdict } from './file-verdict';
import { rowRecord } from './group-record';
import type { RecordDraft } from './use-record';
import { useWorkbench } from './workbench';

type Row = Record<string, unknown> & { id?: string; document: string | null };

/** The papers that prove the right: a scan of each, with its number, date and issuer. */
export function EvidenceRows({
  record,
  rights,
  title,
  kind,
}: {
  record: RecordDraft;
  rights: RightsView;
  /** What is looked for, where it is known. */
  title?: string;
  /** The kind that a paper gets which is added here. */
  kind?: string;
}) {
  const t = useT();
  const { reference, reload, save } = useWorkbench();
  const input = useRef<HTMLInputElement>(null);
  const uploads = useUploads<{ id: string }>(() => void reload());
  useUnsavedGuard(uploads.busy, t('upload.leave'));
  const rows = record.value<Row[]>('evidence') ?? [];

  const take = async (list: FileList | null) => {
    const files = [...(list ?? [])];
    if (files.length === 0 || !(await save())) return;
    const query = new URLSearchParams({ rights: rights.id, ...(kind && { kind }) });
    for (const file of files) {
      const problem = refusePicked(t.lang, file, {
        accepts: reference?.accepts.evidence,
        limit: reference?.maxUploadBytes,
      });
      if (problem) uploads.refuse(file, problem);
      else await uploads.send(`/intake/evidence?${query.toString()}`, file);
    }
  };

  return (
    <section className="kho-part">
      <h2>{title ?? t('rights.evidence')}</h2>
      <FieldSet
        condition={record.condition('evidence')}
        hint={t('hints.evidence')}
        legend={t('rights.evidenceLegend')}
        needed={record.demanded('evidence')}
        path={record.path('evidence')}
      >
        <ul className="kho-rowlist kho-rowlist--evidence">
          {rows.map((row, index) => (
            <EvidenceRow
              index={index}
              key={row.id ?? index}
              record={record}
              rights={rights}
              rows={rows}
            />
          ))}
        </ul>
        <input
          accept={reference?.accepts.evidence}
          aria-label={t('rights.addEvidence')}
          hidden
          multiple
          onChange={(event) => {
            void take(event.target.files);
            event.target.value = '';
          }}
          ref={input}
          type="file"
        />
        {!record.readOnly && (
          <Button busy={uploads.busy} icon="upload" onClick={() => input.current?.click()}>
            {t('rights.addEvidence')}
          </Button>
        )}
        <UploadList entries={uploads.entries} onDismiss={uploads.dismiss} />
      </FieldSet>
    </section>
  );
}

function EvidenceRow({
  record,
  rights,
  rows,
  index,
}: {
  record: RecordDraft;
  rights: RightsView;
  rows: Row[];
  index: number;
}) {
  const t = useT();
  const { reference } = useWorkbench();
  const own = rowRecord(record, 'evidence', index);
  const document = rights.evidence.find(
    (one) => one.document?.id === rows[index]?.document,
  )?.document;
  return (
    <li id={fieldId(record.path(`evidence.${index}`))}>
      <div className="kho-file__head">
        <Icon name="file" />
        <div>
          <b>{document?.name ?? t('rights.noDocument')}</b>
          {document && (
            <p className="kho-small kho-muted kho-num">
              {fileMeta(t, document)} <FileVerdict file={document} />
            </p>
          )}
        </div>
        <div className="kho-file__tools">
          {document && (
            <LinkButton href={document.contentUrl} icon="open" target="_blank" variant="quiet">
              {t('files.openFile')}
            </LinkButton>
          )}
          {!record.readOnly && (
            <Button
              aria-label={t('form.removeNamed', { name: document?.name ?? String(index + 1) })}
              icon="bin"
              iconOnly
              onClick={() =>
                record.set(
                  'evidence',
                  rows.filter((_, at) => at !== index),
                )
              }
              variant="quiet"
            />
          )}
        </div>
      </div>
      <div className="kho-two">
        <OneOf
          choices={codeChoices(reference, 'evidenceKinds', 'evidenceKind')}
          label={t('fields.evidenceKind')}
          name="kind"
          record={own}
        />
        <PlainText hint={t('hints.number')} label={t('fields.number')} name="number" record={own} />
        <Day label={t('fields.date')} name="date" record={own} />
        <PlainText label={t('fields.issuer')} name="issuer" record={own} />
      </div>
    </li>
  );
}
