/** The product's own worker in a process of its own, for outbox-kill.test.ts: runs until killed. */
import { startWorkerThread } from '../../../src/processes/worker-thread';

startWorkerThread();
process.send?.('here');
