/** One of the processes that publish, with the patience of real life. `node worker.ts '{"place":…,"url":…}'` */
import { openDrillHouse, type Place } from '../publish-chaos/house.ts';
import { quickPlatforms } from './platform.ts';

const { place, url } = JSON.parse(process.argv[2] ?? '{}') as { readonly place: Place; readonly url: string };
const { publishing, database } = await openDrillHouse(place, { platforms: quickPlatforms(url) });
publishing.start();
process.send?.('ready');
process.once('SIGTERM', () => void publishing.stop().then(() => database.close()));
