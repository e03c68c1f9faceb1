/** The rooms of the studio as the navigation shows them. Each product lists its own; nobody sees a room that is closed to them. */
import type { Access, Viewer } from '../http/access.ts';
import type { Message } from '../message.ts';
import type { IconName } from './icons.tsx';

export interface NavigationItem {
  readonly key: string;
  readonly href: string;
  readonly label: Message;
  readonly icon: IconName;
  readonly access: Access;
}

export interface SearchPlace {
  /** The page that answers without a script: `/search` (everywhere.tsx). */
  readonly action: string;
  /** Name of its query value. */
  readonly name: string;
  readonly access: Access;
}

export interface Navigation {
  /** Rooms of the studio, in the order of the sidebar; the first four fit the bar of a phone. */
  readonly rooms: readonly NavigationItem[];
  /** What a person does with their own account: profile, security. */
  readonly account: readonly NavigationItem[];
  /** Public pages in the footer: about, terms, privacy. */
  readonly footer: readonly NavigationItem[];
  /** What the palette offers to do. */
  readonly acts?: readonly NavigationItem[];
  readonly search: SearchPlace | null;
  /** The page of what a reader was told; without one there is no bell. */
  readonly notices?: string;
  readonly signIn: string;
  readonly signOut: string;
  /** `null` where people do not register by themselves. */
  readonly register: string | null;
}

export const openTo = (items: readonly NavigationItem[], viewer: Viewer | null): readonly NavigationItem[] =>
  items.filter((item) => item.access.allows(viewer));

/** The most precise room that holds the path: `/talents/compare` is in `/talents`. Home is only itself. */
export function currentOf(items: readonly NavigationItem[], path: string): NavigationItem | undefined {
  const holds = ({ href }: NavigationItem): boolean =>
    path === href || (href !== '/' && path.startsWith(`${rootOf(href)}/`)) || path === rootOf(href);
  return items.filter(holds).sort((a, b) => b.href.length - a.href.length)[0];
}

/** `/admin/users` opens the room `/admin`: its other pages belong to it too. */
const rootOf = (href: string): string => `/${href.split('/')[1] ?? ''}`;
