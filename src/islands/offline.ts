/** The page that stands in when there is no network: what was kept, and what waits. Its scripts are kept with it. */
import { fillStandIn } from './offline/start.ts';
import { eachPlace } from './shared/place.ts';

eachPlace('offline', ({ element }) => {
  fillStandIn(element).catch(console.error);
});
