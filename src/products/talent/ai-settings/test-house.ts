/** The page of pictures as an administrator sees it, with the simulated providers behind it. */
import { expect } from 'vitest';
import { createGeneration, type PaintedImage } from '#capabilities/generation/generation.ts';
import { systemClock } from '#kernel/clock.ts';
import { createSettings } from '#kernel/settings.ts';
import { createVault } from '#kernel/vault.ts';
import { type ImageModelSimulator, startImageModelSimulator } from '#simulators/image-models.ts';
import { type Registered, registerPerson } from '#test/members.ts';
import { type Atelier, afterFile, log, startAtelier } from '#test/support.ts';
import { wordsOf } from '#test/visitor.ts';

export const PAGE = '/admin/settings/ai/images';
export const SENSITIVE = /sk-(blackbox|proj|stability|typed)|r8_|typed-by/;

export interface Desk {
  readonly providers: ImageModelSimulator;
  readonly atelier: Atelier;
  readonly admin: Registered;
  /** The main part of a page, as one reads it. */
  open(url?: string): Promise<string>;
  /** Sends a form of the page and reads the page it leads to. */
  act(url: string, fields?: Record<string, string>): Promise<string>;
  /** Another process of this installation paints. */
  paint(): Promise<PaintedImage>;
}

/** Stability AI has a key of the environment; OpenAI is a server of this machine, whose model has to be named. */
export async function openDesk(): Promise<Desk> {
  const providers = await startImageModelSimulator();
  afterFile(() => providers.close());
  const atelier = await startAtelier({ environment: providers.environmentOf('stability') });
  const admin = await registerPerson(atelier, { first_name: 'Adama', last_name: 'Traoré' }, 'admin');
  const { visitor } = admin;
  return {
    ...{ providers, atelier, admin },
    async open(url = PAGE) {
      const { body } = await visitor.open(url);
      return asRead(body.slice(body.indexOf('<main'), body.indexOf('</main>')));
    },
    async act(url, fields = {}) {
      await visitor.open(PAGE);
      const reply = await visitor.send(PAGE + url, fields);
      expect([reply.statusCode, reply.headers['location']]).toEqual([303, PAGE]);
      return asRead((await visitor.next()).body);
    },
    paint: () => paintBeside(atelier),
  };
}

/** A space that does not break is a space, and marks of direction are not seen. */
export const asRead = (body: string): string =>
  wordsOf(body)
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/[\u2066-\u2069]/g, '');

function paintBeside({ config, database }: Atelier): Promise<PaintedImage> {
  const vault = createVault(config.encryptionKeys, config.secretKey);
  const settings = createSettings({ db: database.db, vault, clock: systemClock });
  const order = { prompt: 'Un phare dans la brume', style: 'anime', width: 256, height: 256, quality: 'standard', seed: 42 } as const;
  return createGeneration({ db: database.db, clock: systemClock, log, settings, config }).paintImage(order);
}
