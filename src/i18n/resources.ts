import enAdmin from './en/admin.json';
import enDelivery from './en/delivery.json';
import enErrors from './en/errors.json';
import enIntake from './en/intake.json';
import enMail from './en/mail.json';
import enRights from './en/rights.json';
import enWorkflow from './en/workflow.json';
import viAdmin from './vi/admin.json';
import viDelivery from './vi/delivery.json';
import viErrors from './vi/errors.json';
import viIntake from './vi/intake.json';
import viMail from './vi/mail.json';
import viRights from './vi/rights.json';
import viWorkflow from './vi/workflow.json';

/** One JSON a namespace and language. Vietnamese is the source of the typed keys. */
export const resources = {
  vi: {
    admin: viAdmin,
    delivery: viDelivery,
    errors: viErrors,
    intake: viIntake,
    mail: viMail,
    rights: viRights,
    workflow: viWorkflow,
  },
  en: {
    admin: enAdmin,
    delivery: enDelivery,
    errors: enErrors,
    intake: enIntake,
    mail: enMail,
    rights: enRights,
    workflow: enWorkflow,
  },
} as const;

export type Namespace = keyof (typeof resources)['vi'];
