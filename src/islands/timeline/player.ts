/** Playing: the clock of the sound leads the head. */
import type { Desk } from './desk.ts';
import { secondsOf } from './model.ts';
import type { Sounds } from './sounds.ts';

export interface Player {
  toggle(): void;
  stop(): void;
}

export function createPlayer(desk: Desk, sounds: Sounds): Player {
  let turn = 0;
  const stop = (): void => {
    desk.setPlaying(false);
  };
  const begin = async (): Promise<void> => {
    const mine = ++turn;
    if (desk.head() >= secondsOf(desk.film()) - 0.05) desk.setHead(0);
    desk.setPlaying(true);
    const clock = await sounds.play(desk, desk.head());
    const step = (): void => {
      if (mine !== turn) return;
      desk.setHead(clock());
      if (desk.head() >= secondsOf(desk.film())) stop();
      else requestAnimationFrame(step);
    };
    step();
  };
  // What is heard is what was scheduled: a change of the film, or a head put elsewhere, ends it.
  desk.listen((change) => {
    if (change === 'film' && desk.isPlaying()) stop();
    if (change !== 'playing' || desk.isPlaying()) return;
    turn += 1;
    sounds.stop();
  });
  return {
    stop,
    toggle() {
      if (desk.isPlaying()) stop();
      else begin().catch(stop);
    },
  };
}
