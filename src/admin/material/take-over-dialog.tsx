'use client';
import { useEffect, useState } from 'react';
import type { MaterialListView, TakenOverView } from '../../review/view-models';
import { ProblemList } from '../actions/problem-list';
import { asProblem, type Problem } from '../api/problem';
import { request } from '../api/request';
import { useDebounced } from '../hooks/use-debounced';
import { useResource } from '../hooks/use-resource';
import { useT } from '../hooks/use-t';
import { Button } from '../ui/button';
import { Checkbox } from '../ui/checkbox';
import { Dialog } from '../ui/dialog';
import { RadioCards } from '../ui/radio-cards';
import { SearchBox } from '../ui/search-box';
import { filledIn, TakenList } from './taken-list';
import { useWorkbench } from './workbench';

/** How many are shown to choose from; more words find the rest. */
const SHOWN = 6;

/** Choose another material of the department, see what it would fill in, fill it in. */
export function TakeOverDialog({
  open,
  onClose,
  onDone,
}: {
  open: boolean;
  onClose: () => void;
  onDone: (taken: TakenOverView) => void;
}) {
  const t = useT();
  const { view } = useWorkbench();
  const [from, setFrom] = useState<string | null>(null);
  const [rights, setRights] = useState(false);
  const [samePapers, setSamePapers] = useState(false);
  const [overwrite, setOverwrite] = useState(false);
  const [planned, setPlanned] = useState<TakenOverView | null>(null);
  const papers = rights && samePapers;
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    setPlanned(null);
    setProblem(null);
    if (!open || from === null) return;
    let current = true;
    ask(view.id, { from, rights, papers, overwrite, preview: true })
      .then((plan) => current && setPlanned(plan))
      .catch((cause: unknown) => current && setProblem(asProblem(cause)));
    return () => {
      current = false;
    };
  }, [open, from, rights, papers, overwrite, view.id]);

  const go = async () => {
    if (from === null) return;
    setBusy(true);
    try {
      onDone(await ask(view.id, { from, rights, papers, overwrite, preview: false }));
    } catch (cause) {
      setProblem(asProblem(cause));
    } finally {
      setBusy(false);
    }
  };
  const count = planned ? filledIn(planned).length : 0;
  const some = planned !== null && planned.values.length + planned.papers > 0;

  return (
    <Dialog
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button blocked={!some} busy={busy} onClick={() => void go()} variant="primary">
            {count > 0 ? t('takeOver.goCount', { count }) : t('takeOver.go')}
          </Button>
        </>
      }
      onClose={onClose}
      open={open}
      title={t('takeOver.title')}
      wide
    >
      <p className="kho-muted kho-sm">{t('takeOver.text')}</p>
      <SourceChoice onChange={setFrom} value={from} />
      <div>
        <Checkbox checked={rights} hint={t('takeOver.rightsHint')} onChange={setRights}>
          {t('takeOver.rights')}
        </Checkbox>
        {rights && (
          <Checkbox
            checked={samePapers}
            hint={t('takeOver.confirmPapersHint')}
            onChange={setSamePapers}
          >
            {t('takeOver.confirmPapers')}
          </Checkbox>
        )}
        <Checkbox checked={overwrite} hint={t('takeOver.overwriteHint')} onChange={setOverwrite}>
          {t('takeOver.overwrite')}
        </Checkbox>
      </div>
      <div aria-live="polite">{planned && <TakenList taken={planned} />}</div>
      <ProblemList problem={problem} />
    </Dialog>
  );
}

function ask(
  id: string,
  body: { from: string; rights: boolean; papers: boolean; overwrite: boolean; preview: boolean },
): Promise<TakenOverView> {
  return request<TakenOverView>(`/api/materials/${id}/take-over`, { method: 'POST', body });
}

function SourceChoice({
  value,
  onChange,
}: {
  value: string | null;
  onChange: (id: string) => void;
}) {
  const t = useT();
  const { view } = useWorkbench();
  const [text, setText] = useState('');
  const q = useDebounced(text.trim(), 300);
  const query = new URLSearchParams({ department: view.department.id, ...(q && { q }) });
  const { data } = useResource<MaterialListView>(`/api/staff/materials?${query.toString()}`);
  const found = (data?.items ?? []).filter(({ id }) => id !== view.id).slice(0, SHOWN);
  return (
    <div className="kho-takeover__from">
      <SearchBox
        label={t('takeOver.search')}
        onChange={setText}
        placeholder={t('takeOver.searchHint')}
        value={text}
      />
      {data && found.length === 0 && <p className="kho-muted kho-sm">{t('form.nothingFound')}</p>}
      {found.length > 0 && (
        <RadioCards
          choices={found.map(({ id, title, identifier, stateLabel, publicationStatus }) => ({
            value: id,
            label: title,
            hint: [
              publicationStatus === 'withdrawn' ? t('states.withdrawn') : stateLabel,
              identifier,
            ]
              .filter(Boolean)
              .join(' · '),
          }))}
          name="kho-takeover"
          onChange={onChange}
          value={value}
        />
      )}
    </div>
  );
}
