import enAdmin from './en/admin.json';
import enCollections from './en/collections.json';
import enDelivery from './en/delivery.json';
import enErrors from './en/errors.json';
import enHealth from './en/health.json';
import enIntake from './en/intake.json';
import enInterview from './en/interview.json';
import enMail from './en/mail.json';
import enPayload from './en/payload.json';
import enRights from './en/rights.json';
import enWorkflow from './en/workflow.json';
import viAdmin from './vi/admin.json';
import viCollections from './vi/collections.json';
import viDelivery from './vi/delivery.json';
import viErrors from './vi/errors.json';
import viHealth from './vi/health.json';
import viIntake from './vi/intake.json';
import viInterview from './vi/interview.json';
import viMail from './vi/mail.json';
import viPayload from './vi/payload.json';
import viRights from './vi/rights.json';
import viWorkflow from './vi/workflow.json';

/** One JSON a namespace and language. Vietnamese is the source of the typed keys. */
export const resources = {
  vi: {
    admin: viAdmin,
    collections: viCollections,
    delivery: viDelivery,
    errors: viErrors,
    health: viHealth,
    intake: viIntake,
    interview: viInterview,
    mail: viMail,
    payload: viPayload,
    rights: viRights,
    workflow: viWorkflow,
  },
  en: {
    admin: enAdmin,
    collections: enCollections,
    delivery: enDelivery,
    errors: enErrors,
    health: enHealth,
    intake: enIntake,
    interview: enInterview,
    mail: enMail,
    payload: enPayload,
    rights: enRights,
    workflow: enWorkflow,
  },
} as const;

export type Namespace = keyof (typeof resources)['vi'];
