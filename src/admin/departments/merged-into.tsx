'use client';
import { RelationshipField, useDocumentInfo } from '@payloadcms/ui';
import type { RelationshipFieldClientComponent } from 'payload';
import { useEffect } from 'react';
import { useResource } from '../hooks/use-resource';
import { useT } from '../hooks/use-t';
import { useBelonging, useDepartmentName, useMergedInto } from './use-merger';

const AGAIN_MS = 3000;

/** Chosen once; from then on it says what moved, and there is nothing to take back. */
export const MergedInto: RelationshipFieldClientComponent = (props) => {
  const merged = useMergedInto();
  return (
    <>
      {merged && <Moved into={merged} />}
      <RelationshipField {...props} readOnly={Boolean(merged) || Boolean(props.readOnly)} />
    </>
  );
};

interface Events {
  docs: { detail?: { people?: number; materials?: number } | null }[];
}

function Moved({ into }: { into: string }) {
  const t = useT();
  const { id } = useDocumentInfo();
  const own = String(id);
  const name = useDepartmentName(into);
  const query = `where[subject][equals]=departments/${own}&where[action][equals]=department.merge`;
  const { data } = useResource<Events>(`/api/audit-events?${query}&limit=1&depth=0`);
  const { people, materials, reload } = useBelonging(own);
  const left = (people ?? 0) + (materials ?? 0);
  useEffect(() => {
    if (left === 0) return;
    const timer = setInterval(() => void reload(), AGAIN_MS);
    return () => clearInterval(timer);
  });
  const detail = data?.docs[0]?.detail;
  return (
    <div className="kho field-type" role="status">
      <div className="kho-callout kho-callout--info">
        <strong>{t('departments.merged', { into: name })}</strong>
        {detail && (
          <p>
            {t('departments.moved', {
              people: detail.people ?? 0,
              materials: detail.materials ?? 0,
            })}
          </p>
        )}
        {left > 0 && (
          <p>{t('departments.left', { people: people ?? 0, materials: materials ?? 0 })}</p>
        )}
      </div>
    </div>
  );
}
