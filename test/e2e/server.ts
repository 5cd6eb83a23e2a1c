import { openHouse, type House, type Running } from '../helpers/built';

export type RunningServer = Pick<Running, 'base' | 'stop'> &
  Pick<House, 'folder' | 'on' | 'passwordOf'>;

/** The built program on a folder of its own with the demo set, as `npm start` runs it. */
export async function startServer(): Promise<RunningServer> {
  const house = openHouse();
  const { base, stop } = await house.start('all');
  return {
    base,
    folder: house.folder,
    on: house.on,
    passwordOf: house.passwordOf,
    async stop() {
      const ended = await stop();
      await house.clear();
      return ended;
    },
  };
}
