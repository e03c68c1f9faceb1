import type { ReactElement } from 'react';
import { KeysHelp } from '#kernel/page/keys-help.tsx';
import { acts } from './labels.ts';
import { keys as m } from './review-messages.ts';

export const ReviewKeys = (): ReactElement => (
  <div className="review-keys">
    <KeysHelp
      id="keys-help"
      title={m.title}
      keys={[
        [['V'], acts.validate],
        [['R'], acts.reject],
        [['J', '→'], m.next],
        [['K', '←'], m.previous],
        [['N'], m.note],
        [['U'], m.undo],
        [['?'], m.help],
      ]}
    />
  </div>
);
