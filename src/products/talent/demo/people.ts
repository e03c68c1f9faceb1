/** Everybody of the demonstration, the documented accounts first. */
import { ACCOUNTS } from './people/accounts.ts';
import { CENTRAL_AFRICA } from './people/central-africa.ts';
import { EAST_AND_SOUTH } from './people/east-and-south.ts';
import { GULF_OF_GUINEA } from './people/gulf-of-guinea.ts';
import { HOUSE } from './people/house.ts';
import { MAGHREB } from './people/maghreb.ts';
import { MOROCCO } from './people/morocco.ts';
import { NIGERIA_GHANA } from './people/nigeria-ghana.ts';
import { SAHEL } from './people/sahel.ts';
import { SENEGAL } from './people/senegal.ts';
import type { DemoPerson } from './person.ts';

export const PEOPLE: readonly DemoPerson[] = [
  ...ACCOUNTS,
  ...HOUSE,
  ...MOROCCO,
  ...MAGHREB,
  ...SENEGAL,
  ...SAHEL,
  ...GULF_OF_GUINEA,
  ...CENTRAL_AFRICA,
  ...NIGERIA_GHANA,
  ...EAST_AND_SOUTH,
];
