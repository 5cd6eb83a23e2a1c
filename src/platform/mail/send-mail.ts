import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createTransport } from 'nodemailer';
import { now } from '../clock';
import { getEnv } from '../env';
import { getLogger } from '../logger';

export interface Mail {
  to: string;
  subject: string;
  text: string;
  /** The same for programs that show HTML. */
  html?: string;
  messageId: string;
}

/** A mail server that hangs must not hold up what waits behind this mail. */
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/**
 * Sends by `SMTP_URL`. Without it the mail is kept in `<data>/mail/` for the administrator to read
 * and the log says that one was written, not what it says.
 */
export async function sendMail({ to, subject, text, html, messageId }: Mail): Promise<void> {
  const { smtpUrl, mailFrom, dataDir } = getEnv();
  if (smtpUrl) {
    const transport = createTransport({ url: smtpUrl, ...PATIENCE });
    try {
      await transport.sendMail({
        from: mailFrom,
        to,
        subject,
        text,
        ...(html === undefined ? {} : { html }),
        messageId: `<${messageId}@kho-hoc-lieu>`,
      });
    } finally {
      transport.close();
    }
    return;
  }
  const folder = path.join(dataDir, 'mail');
  await mkdir(folder, { recursive: true });
  const kept = `To: ${to}\nDate: ${now().toISOString()}\nSubject: ${subject}\n\n${text}\n`;
  await writeFile(path.join(folder, `${messageId}.txt`), kept, { mode: 0o600 });
  getLogger().debug({ messageId }, 'mail kept in the data folder: SMTP_URL is not set');
}
