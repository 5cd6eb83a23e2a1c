import { json } from '../endpoint';
import { formOfNotice } from '../pages/notice/fields';
import { takedownReceivedSchema, takedownSchema } from '../schemas/writes';
import { takeNotice } from '../take-notice';
import type { WriteEndpoint } from '../write-endpoint';

export const sendTakedown: WriteEndpoint<typeof takedownSchema> = {
  operationId: 'sendTakedown',
  tag: 'takedowns',
  path: '/v1/takedowns',
  body: takedownSchema,
  takes: ['json', 'form'],
  fromForm: formOfNotice,
  responses: { 202: json(takedownReceivedSchema, 'takedownReceived') },
  async handle({ body: notice, lang, context, c }) {
    const received = await takeNotice({ notice, lang, context, req: c.env.incoming });
    return Response.json(received, { status: 202 });
  },
};
