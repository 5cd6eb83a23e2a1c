/**
 * The key of a person's choice among their preferences: notices by mail at once, in one mail a day, or
 * none. At once until they choose; the list behind the bell has all of them in any case.
 */
export const MAIL_PREFERENCE = 'notice-mail';
export const MAIL_CHOICES = ['now', 'daily', 'none'] as const;
export type MailChoice = (typeof MAIL_CHOICES)[number];
