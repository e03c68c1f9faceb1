/** The gallery as the studio knows it: what views keep of it, and what is done to many pictures at once. */
import type { FastifyRequest } from 'fastify';
import type { BulkAct, ListKind } from '#capabilities/lists/lists.ts';
import { failure } from '#kernel/failure.ts';
import { access, requireViewer } from '#kernel/http/access.ts';
import type { FormBody } from '#kernel/http/forms.ts';
import { say } from '#kernel/message.ts';
import type { SearchSource } from '#kernel/page/everywhere.tsx';
import { TextInput } from '#kernel/page/fields.tsx';
import { gallery as m } from './gallery-messages.ts';
import { readGallery } from './gallery-query.ts';
import { acts, statusNames } from './labels.ts';
import { shortened } from './short-names.ts';
import { addressOf, GALLERY, listOf, type Picture, type StudioTools, textOf } from './tools.ts';

export const PICTURES = 'pictures';

export function galleryList(tools: StudioTools): ListKind {
  const { pictures } = tools;
  return {
    key: PICTURES,
    path: GALLERY,
    title: m.title,
    access: access.signedIn,
    kept: ['search', 'status', 'style', 'tags', 'tags_mode', 'sort'],
    acts: {
      validate: judging(tools, 'validate'),
      reject: judging(tools, 'reject'),
      tag: tagging(tools),
      delete: removing(tools),
    },
    names: async (request, ids) => {
      const found = await Promise.all(ids.map((id) => pictures.find(ownerOf(request), id)));
      return new Map(found.flatMap((picture) => (picture ? [[picture.id, nameOf(picture)] as const] : [])));
    },
    find: async (request, query, most) => {
      const values = Object.fromEntries([...query.keys()].map((name) => [name, query.getAll(name)]));
      const { filters, sort } = readGallery(ownerOf(request), values);
      const { rows, total } = await pictures.list(filters, sort, { page: 1, size: most, offset: 0 });
      return { ids: rows.map(({ id }) => id), total };
    },
  };
}

export const pictureSource = ({ pictures }: StudioTools): SearchSource => ({
  key: 'pictures',
  title: m.pictures,
  icon: 'image',
  access: access.signedIn,
  find: async (request, search, most) => {
    const filters = { accountId: ownerOf(request), search };
    const { rows } = await pictures.list(filters, '-created_at', { page: 1, size: most, offset: 0 });
    return rows.map(({ id, prompt, status }) => ({
      href: addressOf(id),
      label: shortened(prompt, LONGEST_HIT),
      detail: say(statusNames[status], request.language),
    }));
  },
  all: (search) => `${GALLERY}?${new URLSearchParams({ search })}`,
});

const LONGEST_HIT = 80;
const ownerOf = (request: FastifyRequest): number => requireViewer(request).accountId;
const nameOf = ({ id, prompt }: Picture): string => `${shortened(prompt)} (${id})`;

/** Taken back, a picture is what it was: judged the other way, or not judged yet. */
function judging({ pictures }: StudioTools, action: 'validate' | 'reject'): BulkAct {
  const isValidation = action === 'validate';
  return {
    label: acts[action],
    icon: isValidation ? 'check' : 'close',
    done: isValidation ? m.validated : m.rejected,
    run: async (request, id) => {
      const { status } = await pictures.get(ownerOf(request), id);
      await pictures.judge(ownerOf(request), id, { action });
      return status;
    },
    undo: {
      done: m.putBack,
      run: async (request, id, before) => {
        if (before === 'generated') await pictures.unjudge(ownerOf(request), id);
        else await pictures.judge(ownerOf(request), id, { action: before === 'validated' ? 'validate' : 'reject' });
      },
    },
  };
}

const tagsIn = (form: FormBody): readonly string[] =>
  textOf(form, 'tags')
    .split(',')
    .map((tag) => tag.trim())
    .filter(Boolean);

const tagging = ({ pictures }: StudioTools): BulkAct => ({
  label: m.addTags,
  icon: 'hash',
  done: m.tagged,
  ask: {
    title: m.tagTitle,
    text: m.tagText,
    fields: (form) => <TextInput name="tags" label={m.tags} hint={m.tagsHint} value={listOf(form, 'tags').join(', ')} required />,
  },
  read: (form) => {
    if (tagsIn(form).length === 0) throw failure.field('tags', m.tagsNeeded, {}, 'required');
  },
  run: async (request, id, form) => {
    const { tags } = await pictures.get(ownerOf(request), id);
    await pictures.setTags(ownerOf(request), id, [...tags, ...tagsIn(form)]);
    return JSON.stringify(tags);
  },
  undo: {
    done: m.putBack,
    run: async (request, id, before) => void (await pictures.setTags(ownerOf(request), id, JSON.parse(String(before)) as string[])),
  },
});

const removing = ({ pictures }: StudioTools): BulkAct => ({
  label: acts.delete,
  icon: 'trash',
  tone: 'danger',
  done: m.deleted,
  ask: { title: m.deleteTitle, text: m.deleteText },
  run: async (request, id) => {
    await pictures.remove(ownerOf(request), id);
    return null;
  },
});
