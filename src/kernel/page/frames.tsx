/**
 * The frames of a page. `app`: the studio, a sidebar on desktops, two bars on phones. `public`: a top bar for visitors.
 * `focus`: one card and nothing else (sign in, register). `bare`: only the page, a screen that is held in one hand.
 */
import type { ReactElement, ReactNode } from 'react';
import { Bell } from './bell.tsx';
import { Alert } from './components.tsx';
import { usePage, useT } from './context.tsx';
import { Footer } from './footer.tsx';
import { Icon } from './icons.tsx';
import { KeysBox } from './keys-help.tsx';
import { Wordmark } from './logo.tsx';
import { pageMessages as m } from './messages.ts';
import { currentOf, type Navigation, type NavigationItem, openTo } from './navigation.ts';
import { SearchButton } from './search-button.tsx';
import { AccountMenu, PreferenceMenu, VisitorCorner } from './switches.tsx';

export type FrameName = 'app' | 'public' | 'focus' | 'bare';
interface FrameProps {
  readonly navigation: Navigation;
  readonly children: ReactNode;
}

export function Frame({ name, ...props }: FrameProps & { name: FrameName }): ReactElement {
  if (name === 'app') return <AppFrame {...props} />;
  if (name === 'bare') return <Main>{props.children}</Main>;
  return name === 'focus' ? <FocusFrame {...props} /> : <PublicFrame {...props} />;
}

const BAR_PLACES = 4;

function AppFrame({ navigation, children }: FrameProps): ReactElement {
  const t = useT();
  const { viewer, path } = usePage();
  const rooms = openTo(navigation.rooms, viewer);
  const current = currentOf(rooms, path);
  return (
    <div className="frame-app">
      <aside className="side">
        <div className="side-head">
          <Wordmark />
          <Bell navigation={navigation} />
        </div>
        <SearchButton navigation={navigation} look="field" />
        <nav className="side-rooms" aria-label={t(m.navigation)}>
          <Rooms items={rooms} current={current} />
        </nav>
        <div className="side-foot">
          <AccountMenu navigation={navigation} upwards />
        </div>
      </aside>
      <header className="top-bar">
        <Wordmark />
        <span className="grow" />
        <SearchButton navigation={navigation} look="icon" />
        <Bell navigation={navigation} />
        <AccountMenu navigation={navigation} />
      </header>
      <div className="frame-main">
        <Main>{children}</Main>
        <Footer navigation={navigation} />
      </div>
      <BottomBar items={rooms} current={current} />
      <KeysBox navigation={navigation} />
    </div>
  );
}

function Rooms({ items, current }: { items: readonly NavigationItem[]; current: NavigationItem | undefined }): ReactElement {
  return (
    <ul>
      {items.map((item) => (
        <li key={item.key}>
          <RoomLink item={item} current={item === current} />
        </li>
      ))}
    </ul>
  );
}

function RoomLink({ item, current }: { item: NavigationItem; current: boolean }): ReactElement {
  const t = useT();
  return (
    <a href={item.href} aria-current={current ? 'page' : undefined}>
      <Icon name={item.icon} />
      <span>{t(item.label)}</span>
    </a>
  );
}

/** Phones: the first rooms under the thumb, the others in a sheet. */
function BottomBar({ items, current }: { items: readonly NavigationItem[]; current: NavigationItem | undefined }): ReactElement | null {
  const t = useT();
  if (items.length < 2) return null;
  const first = items.length > BAR_PLACES + 1 ? items.slice(0, BAR_PLACES) : items;
  const others = items.slice(first.length);
  return (
    <nav className="bottom-bar" aria-label={t(m.navigation)}>
      {first.map((item) => (
        <RoomLink key={item.key} item={item} current={item === current} />
      ))}
      {others.length > 0 && (
        <details className="drop drop-up" data-drop>
          <summary>
            <Icon name="menu" />
            <span>{t(m.moreMenu)}</span>
          </summary>
          <div className="drop-panel sheet side-rooms">
            <Rooms items={others} current={current} />
          </div>
        </details>
      )}
    </nav>
  );
}

function PublicFrame({ navigation, children }: FrameProps): ReactElement {
  const t = useT();
  const { viewer, path } = usePage();
  const rooms = openTo(navigation.rooms, viewer);
  const current = currentOf(rooms, path);
  return (
    <div className="frame-public">
      <header className="public-bar">
        <Wordmark />
        <nav className="public-rooms" aria-label={t(m.navigation)}>
          {rooms.map((item) => (
            <a key={item.key} href={item.href} aria-current={item === current ? 'page' : undefined}>
              {t(item.label)}
            </a>
          ))}
        </nav>
        <span className="grow" />
        <VisitorCorner navigation={navigation} />
      </header>
      <Main>{children}</Main>
      <Footer navigation={navigation} />
    </div>
  );
}

function FocusFrame({ navigation, children }: FrameProps): ReactElement {
  return (
    <div className="frame-focus">
      <header className="focus-bar">
        <Wordmark />
        <span className="grow" />
        <PreferenceMenu />
      </header>
      <Main>{children}</Main>
      <Footer navigation={navigation} />
    </div>
  );
}

function Main({ children }: { children: ReactNode }): ReactElement {
  return (
    <main id="content" tabIndex={-1} className="content">
      <Flashes />
      {children}
    </main>
  );
}

/** What the last act said. */
function Flashes(): ReactElement | null {
  const t = useT();
  const { flash } = usePage();
  if (flash.length === 0) return null;
  return (
    <section className="flashes" aria-label={t(m.notifications)}>
      {flash.map(({ kind, text }) => (
        <Alert key={text} tone={kind} title={text} />
      ))}
    </section>
  );
}
