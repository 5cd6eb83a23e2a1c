import type { CollectionConfig } from 'payload';
import { getEnv } from '../../src/platform/env';
import { ROLES } from '../../src/review/states';
import { staffEndpoint } from '../shared/endpoint';
import { changePassword } from './change-password';
import { anyStaff, nobody, roles } from '../shared/access';
import { lawDate } from '../shared/law-date';
import { recordChanges } from '../shared/record-changes';
import { words } from '../shared/words';
import { fieldOfAdministrator, selfOrAdministrator } from './access';
import { membershipOfRole } from './membership';
import { signInEndpoint } from './sign-in';
import {
  endSessions,
  followMergers,
  keepAnAdministrator,
  noSelfServiceReset,
  onlyActive,
  proveOwnPassword,
  recordNewPassword,
  recordSignIn,
  refuseReversedAbsence,
  refuseShortPassword,
} from './hooks';

const EIGHT_HOURS = 8 * 60 * 60;

export const Users: CollectionConfig = {
  slug: 'users',
  labels: { singular: words('collections:users.one'), plural: words('collections:users.many') },
  admin: {
    hideAPIURL: true,
    useAsTitle: 'name',
    defaultColumns: ['name', 'email', 'role', 'departments', 'active'],
    group: words('collections:groups.people'),
    hidden: ({ user }) => user.role !== 'administrator',
  },
  auth: {
    tokenExpiration: EIGHT_HOURS,
    // Nobody is locked out by what others try: sign-in.ts. The number of wrong tries is kept.
    maxLoginAttempts: Number.MAX_SAFE_INTEGER,
    useSessions: true,
    cookies: { sameSite: 'Lax', secure: getEnv().production },
  },
  access: {
    admin: anyStaff,
    create: roles('administrator'),
    read: selfOrAdministrator,
    update: selfOrAdministrator,
    // A person who left is made inactive: what they decided keeps their name.
    delete: nobody,
    readVersions: nobody,
    unlock: roles('administrator'),
  },
  disableBulkEdit: true,
  endpoints: [signInEndpoint, staffEndpoint('post', '/password', changePassword)],
  hooks: {
    beforeOperation: [noSelfServiceReset],
    beforeLogin: [onlyActive],
    afterLogin: [recordSignIn],
    beforeChange: [
      keepAnAdministrator,
      proveOwnPassword,
      refuseShortPassword,
      refuseReversedAbsence,
      followMergers,
      recordNewPassword,
      endSessions,
    ],
    afterChange: [recordChanges('user')],
  },
  fields: [
    { name: 'name', type: 'text', required: true, label: words('collections:fields.personName') },
    // The name an account is known by: given by an administrator, like the role.
    {
      name: 'email',
      type: 'email',
      label: words('collections:fields.email'),
      required: true,
      access: fieldOfAdministrator,
    },
    {
      name: 'role',
      type: 'select',
      required: true,
      defaultValue: 'contributor',
      access: fieldOfAdministrator,
      label: words('collections:fields.role'),
      options: ROLES.map((value) => ({ value, label: words(`collections:roles.${value}`) })),
    },
    {
      name: 'departments',
      type: 'relationship',
      relationTo: 'departments',
      hasMany: true,
      access: fieldOfAdministrator,
      label: words('collections:fields.memberships'),
      validate: membershipOfRole,
      admin: { components: { Field: '/src/admin/account/departments-field#DepartmentsField' } },
    },
    {
      name: 'active',
      type: 'checkbox',
      defaultValue: true,
      access: fieldOfAdministrator,
      label: words('collections:fields.active'),
    },
    // Said by the person or by an administrator: what they hold in review goes back to the queue.
    lawDate('awayFrom', 'collections:fields.awayFrom'),
    lawDate('awayTo', 'collections:fields.awayTo'),
  ],
};
