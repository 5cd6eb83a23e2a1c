import type { PayloadRequest } from 'payload';
import type { Lang } from '../../i18n/translate';
import { now } from '../../platform/clock';
import { AppError } from '../../platform/errors';
import { personOf } from '../../review/people';
import { examine } from './examine';
import type { Finding, PartName, Status } from './finding';
import { wordsOf } from './words';

/** `GET /api/staff/health`, for administrators and auditors. */
export interface HealthView {
  /** When it was looked at. */
  at: string;
  status: 'ok' | 'warning' | 'fault';
  parts: {
    part: PartName;
    status: Status;
    label: string;
    lastWorkedAt: string | null;
    code: string;
    detail: string;
    remedy: string | null;
    /** How many effects that were given up this person may put back in the queue here. */
    retry: number;
  }[];
}

export function worst(findings: Pick<Finding, 'status'>[]): HealthView['status'] {
  const has = (status: Status) => findings.some((finding) => finding.status === status);
  return has('fault') ? 'fault' : has('warning') ? 'warning' : 'ok';
}

const givenUp = ({ part, detail }: Finding): number =>
  part === 'outbox' ? Number(detail.params?.failed ?? 0) : 0;

export async function healthView(req: PayloadRequest, lang: Lang): Promise<HealthView> {
  const role = personOf(req.user)?.role;
  if (role !== 'administrator' && role !== 'auditor') throw new AppError('forbidden');
  const findings = await examine({ payload: req.payload, serving: true });
  return {
    at: now().toISOString(),
    status: worst(findings),
    parts: findings.map((finding) => ({
      part: finding.part,
      status: finding.status,
      lastWorkedAt: finding.lastWorkedAt,
      code: finding.detail.code,
      ...wordsOf(lang, finding),
      retry: role === 'administrator' ? givenUp(finding) : 0,
    })),
  };
}
