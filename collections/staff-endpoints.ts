import type { Endpoint } from 'payload';
import { noticesView, readNotices } from '../src/notifications/notices-view';
import { auditView } from '../src/reporting/audit/audit-view';
import { exportAudit } from '../src/reporting/audit/export-audit';
import { healthView } from '../src/reporting/health/health-view';
import { retryFromScreen } from '../src/reporting/health/retry-given-up';
import { homeView } from '../src/review/views/home';
import { materialsListView } from '../src/review/views/materials-list';
import { queueView } from '../src/review/views/queue';
import { referenceView } from '../src/review/views/reference';
import { pageOf } from './shared/page-of';
import { staffEndpoint } from './shared/endpoint';
import { takedownEndpoints } from './takedowns/endpoints';

/** What the staff screens ask for besides single materials. */
export const staffEndpoints: Endpoint[] = [
  ...takedownEndpoints,
  staffEndpoint('get', '/staff/home', (req, lang) => homeView(req, lang)),
  staffEndpoint('get', '/staff/health', (req, lang) => healthView(req, lang)),
  staffEndpoint('post', '/staff/health/retry', (req) => retryFromScreen(req)),
  staffEndpoint('get', '/staff/notices', (req, lang) => noticesView(req, lang, pageOf(req))),
  staffEndpoint('post', '/staff/notices/read', (req) => readNotices(req)),
  staffEndpoint('get', '/staff/audit', (req, lang) => {
    const asked = (name: string) => req.searchParams.get(name) ?? undefined;
    return auditView(
      req,
      {
        area: asked('area'),
        q: asked('q'),
        from: asked('from'),
        to: asked('to'),
        page: pageOf(req),
      },
      lang,
    );
  }),
  staffEndpoint('get', '/staff/audit/export', (req) => Promise.resolve(exportAudit(req))),
  staffEndpoint('get', '/staff/reference', (req, lang) => referenceView(req, lang)),
  staffEndpoint('get', '/staff/materials', (req, lang) => {
    const query = req.searchParams;
    return materialsListView(
      req,
      {
        state: query.get('state') ?? undefined,
        publication: query.get('publication') ?? undefined,
        q: query.get('q') ?? undefined,
        department: query.get('department') ?? undefined,
        page: pageOf(req),
      },
      lang,
    );
  }),
  staffEndpoint('get', '/staff/queue', (req, lang) => {
    const query = req.searchParams;
    return queueView(
      req,
      {
        tab: query.get('tab') ?? undefined,
        q: query.get('q') ?? undefined,
        department: query.get('department') ?? undefined,
        page: pageOf(req),
      },
      lang,
    );
  }),
];
