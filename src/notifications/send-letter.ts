import { translate } from '../i18n/translate';
import { getEnv } from '../platform/env';
import { sendMail } from '../platform/mail/send-mail';
import { asHtml, asText, type Letter } from './letter';
import type { Reader } from './reader';

/** The frame of every mail to a person. */
export function letterTo(
  { user, lang }: Reader,
  said: Pick<Letter, 'subject' | 'paragraphs' | 'lines' | 'action'>,
): Letter {
  return {
    lang,
    greeting: translate(lang, 'mail:frame.greeting', { name: user.name }),
    office: translate(lang, 'mail:frame.office'),
    settings: translate(lang, 'mail:frame.settings', {
      link: `${getEnv().publicUrl}/admin/account`,
    }),
    ...said,
  };
}

export async function sendLetter(to: string, letter: Letter, messageId: string): Promise<void> {
  const { subject } = letter;
  await sendMail({ to, subject, text: asText(letter), html: asHtml(letter), messageId });
}
