/** Who is told of a render: whoever looks at the project, and programs of other people. */
import type { Tx } from '#kernel/db/db.ts';
import { downloadOf, progressOf } from './present.ts';
import type { Render } from './render.ts';
import type { RenderTools } from './renders.ts';

const EVENTS = { rendering: 'render.started', completed: 'render.completed', failed: 'render.failed' } as const;

export async function tellOthers({ live, db, webhooks, config }: RenderTools, tx: Tx | null, render: Render): Promise<void> {
  const { id, projectId, timelineId, accountId, status, videoId, fault } = render;
  const stage = render.progress?.stage ?? null;
  const news = { type: 'render', render_id: id, status, progress: progressOf(render), stage, video_id: videoId };
  await live.publish(tx ?? db, `project:${projectId}`, news);
  if (!tx || !Object.hasOwn(EVENTS, status)) return;
  const data = {
    ...{ render_id: id, timeline_id: timelineId, project_id: projectId, duration: render.seconds },
    ...(videoId ? { video_id: videoId, video_url: downloadOf(config.publicUrl.video, videoId) } : {}),
    ...(fault ? { error: { code: fault.code, message: fault.message.fr } } : {}),
  };
  await webhooks.emit(tx, { product: 'video', accountId, event: EVENTS[status as keyof typeof EVENTS], data });
}
