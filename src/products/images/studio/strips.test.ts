import { describe, expect, it } from 'vitest';
import { withProgress } from './progress.ts';
import { stripsOf } from './strips.ts';
import type { Picture } from './tools.ts';

const picture = (id: number, changes: Partial<Picture> = {}): Picture => ({
  ...{ id, accountId: 1, username: 'awa', prompt: 'Un phare', style: 'anime', width: 512, height: 512, quality: 'hd', seed: id },
  ...{ status: 'generated', taskId: `t${id}`, batchId: null, parentId: null, file: 'images/x.png', validationNotes: '', metadata: {} },
  ...{ generationTime: 2, tags: [], createdAt: new Date(id), updatedAt: new Date(id) },
  ...changes,
});
const idsOf = (pictures: readonly Picture[]): readonly (readonly number[])[] =>
  stripsOf(withProgress(pictures, 0)).map(({ shots }) => shots.map(({ id }) => id));

describe('strips of the board', () => {
  it('lay neighbours of one kind side by side, in the order of their making', () => {
    expect(idsOf([5, 4, 3, 2].map((id) => picture(id)))).toEqual([[2, 3, 4, 5]]);
    expect(idsOf([picture(4), picture(3, { style: 'realistic' }), picture(2)])).toEqual([[4], [3], [2]]);
    expect(idsOf([])).toEqual([]);
  });
});

describe('progress', () => {
  const pending = (id: number, metadata = {}): Picture => picture(id, { status: 'pending', file: null, metadata });

  it('tells who is being painted, and estimates only from what was measured', () => {
    const shots = withProgress([pending(6), pending(5), pending(4), pending(3), pending(2, { started_at: '2026-01-01' }), picture(1)], 3);
    const byId = new Map(shots.map(({ id, progress }) => [id, progress]));
    expect(byId.get(1)).toBeNull();
    expect(byId.get(2)).toEqual({ step: 'painting', seconds: 3 });
    expect(byId.get(5)).toEqual({ step: 'queued', seconds: 3 });
    expect(byId.get(6)).toEqual({ step: 'queued', seconds: 6 });
    expect(withProgress([pending(1)], 0)[0]?.progress).toEqual({ step: 'queued', seconds: null });
  });
});
