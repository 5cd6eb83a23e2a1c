import { MongoClient } from 'mongodb';
import { mongodbUrl } from './database';

const LOOK_MS = 20_000;
/** What a killed client left open holds others for a minute; this is more than that. */
const SILENT_LOOKS = 6;

async function writes(url: string): Promise<boolean> {
  const patience = { serverSelectionTimeoutMS: LOOK_MS, socketTimeoutMS: LOOK_MS };
  const client = new MongoClient(url, { ...patience, appName: 'kho-watch' });
  try {
    await client.db().collection('looks').insertOne({ at: new Date() });
    return true;
  } catch {
    return false;
  } finally {
    await client.close();
  }
}

/**
 * Where the server given for tests hangs or is gone, the run ends at once and says so, instead of
 * waiting for every test's time to run out.
 */
export default function setup(): (() => void) | undefined {
  if (!process.env.TEST_DATABASE_URL) return undefined;
  const url = mongodbUrl('kho_watch');
  let silent = 0;
  let looking = false;
  const timer = setInterval(() => {
    if (looking) return;
    looking = true;
    void writes(url).then((answered) => {
      looking = false;
      silent = answered ? 0 : silent + 1;
      if (silent < SILENT_LOOKS) return;
      console.error(
        `\n!! The MongoDB server for tests has written nothing for ${String((silent * LOOK_MS) / 1000)} seconds: the run ends here.`,
      );
      process.exit(1);
    });
  }, LOOK_MS);
  timer.unref();
  return () => {
    clearInterval(timer);
  };
}
