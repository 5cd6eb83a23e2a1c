import path from 'node:path';
import { en } from '@payloadcms/translations/languages/en';
import { vi } from '@payloadcms/translations/languages/vi';
import { buildConfig } from 'payload';
import { collections } from '../collections';
import { guardEndpoints } from '../collections/shared/guard-endpoints';
import { problemAfterError } from '../collections/shared/problem-after-error';
import { staffEndpoints } from '../collections/staff-endpoints';
import { adminComponents } from './admin/config';
import { payloadWords } from './i18n/payload-words';
import { databaseAdapter } from './platform/database/adapter';
import { withTextId } from './platform/database/text-id';
import { getEnv, payloadSecret } from './platform/env';
import { getLogger } from './platform/logger';
import { quietMail } from './platform/mail/payload-adapter';
import { projectRoot } from './platform/project-root';

const root = projectRoot();
const env = getEnv();

const config = buildConfig({
  secret: payloadSecret(env),
  serverURL: '',
  collections: env.database.kind === 'mongodb' ? collections.map(withTextId) : collections,
  endpoints: staffEndpoints,
  db: databaseAdapter(path.join(root, 'migrations')),
  email: quietMail,
  logger: getLogger(),
  cors: [],
  // Cookies count only from our own pages.
  csrf: [env.publicUrl],
  graphQL: { disable: true },
  telemetry: false,
  defaultDepth: 0,
  maxDepth: 3,
  bodyParser: { limits: { fileSize: 0 } },
  localization: {
    locales: [
      { code: 'vi', label: 'Tiếng Việt' },
      { code: 'en', label: 'English' },
    ],
    defaultLocale: 'vi',
    fallback: true,
  },
  i18n: {
    fallbackLanguage: 'vi',
    supportedLanguages: { vi, en },
    translations: payloadWords,
  },
  admin: {
    user: 'users',
    components: adminComponents,
    importMap: {
      baseDir: root,
      importMapFile: path.join(root, 'src/app/(payload)/admin/importMap.js'),
    },
    meta: { titleSuffix: ' · Kho Học Liệu' },
    avatar: 'default',
    timezones: {
      defaultTimezone: 'Asia/Ho_Chi_Minh',
      supportedTimezones: [{ label: 'Hà Nội', value: 'Asia/Ho_Chi_Minh' }],
    },
    dateFormat: 'dd/MM/yyyy HH:mm',
  },
  loggingLevels: { Refusal: 'debug' } as never,
  hooks: { afterError: [problemAfterError] },
  typescript: {
    autoGenerate: false,
    outputFile: path.join(root, 'src/payload-types.ts'),
  },
});

export default config.then(guardEndpoints);
