import type { EmailAdapter } from 'payload';

/**
 * Payload's own mails (password reset) stay off: a secret link must not end in a log. Ours leave
 * through the outbox.
 */
export const quietMail: EmailAdapter = () => ({
  name: 'none',
  defaultFromAddress: 'no-reply@localhost',
  defaultFromName: 'Kho Học Liệu',
  sendEmail: () => Promise.resolve(),
});
