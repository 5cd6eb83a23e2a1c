import { createTransport } from 'nodemailer';
import { ok, tried, type Part } from './tried';

const PATIENCE = { connectionTimeout: 2_000, greetingTimeout: 2_000, socketTimeout: 2_000 };

/** Whether the mail server greets us and takes our password; sends nothing. */
export async function askMail(smtpUrl: string): Promise<Part> {
  return await tried(async () => {
    const transport = createTransport({ url: smtpUrl, ...PATIENCE });
    try {
      await transport.verify();
      return ok();
    } finally {
      transport.close();
    }
  });
}
