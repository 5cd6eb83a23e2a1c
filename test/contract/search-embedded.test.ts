import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createEmbeddedReader } from '../../src/search/embedded/reader';
import { createEmbeddedWriter } from '../../src/search/embedded/writer';
import { searchThreadFile } from '../search/search-thread';
import { describeSearchContract } from './search.contract';

describeSearchContract('the embedded engine', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'kho-search-'));
  const writer = createEmbeddedWriter({ folder });
  const reader = createEmbeddedReader({ folder, threadFile: await searchThreadFile(), threads: 2 });
  return {
    writer,
    reader,
    settle: () => Promise.resolve(), // what is committed is found at once
    close: async () => {
      await reader.close();
      await writer.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
});
