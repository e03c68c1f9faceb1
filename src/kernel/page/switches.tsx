/** The corner of every page: who is signed in, language, appearance. All `details` and links, so they work without a script. */
import type { ReactElement } from 'react';
import { LANGUAGES } from '../message.ts';
import { LinkButton } from './components.tsx';
import { type Theme, usePage, useT } from './context.tsx';
import { Data } from './facts.tsx';
import { Icon, type IconName } from './icons.tsx';
import { LANGUAGE_NAMES, pageMessages as m, roleMessages } from './messages.ts';
import { type Navigation, openTo } from './navigation.ts';
import { Avatar, OwnName } from './people.tsx';
import { preferenceHref } from './preferences.ts';

const THEMES: readonly { theme: Theme; icon: IconName }[] = [
  { theme: 'light', icon: 'sun' },
  { theme: 'dark', icon: 'moon' },
  { theme: 'system', icon: 'system' },
];

/** Language and appearance, as two rows of a menu. */
function PreferenceRows(): ReactElement {
  const t = useT();
  const page = usePage();
  return (
    <>
      <p className="drop-title">{t(m.language)}</p>
      <div className="switch-row">
        {LANGUAGES.map((language) => (
          <a
            key={language}
            href={preferenceHref({ lang: language }, page.url)}
            lang={language}
            rel="nofollow"
            aria-current={language === page.language ? 'true' : undefined}
          >
            {LANGUAGE_NAMES[language]}
          </a>
        ))}
      </div>
      <p className="drop-title">{t(m.theme)}</p>
      <div className="switch-row">
        {THEMES.map(({ theme, icon }) => (
          <a
            key={theme}
            href={preferenceHref({ theme }, page.url)}
            rel="nofollow"
            data-set-theme={theme}
            aria-current={theme === page.theme ? 'true' : undefined}
          >
            <Icon name={icon} />
            {t(m[theme])}
          </a>
        ))}
      </div>
    </>
  );
}

/** For those who are not signed in, and for frames without a sidebar. */
export function PreferenceMenu(): ReactElement {
  const t = useT();
  return (
    <details className="drop" data-drop>
      <summary className="button button-quiet button-square" aria-label={t(m.preferences)}>
        <Icon name="language" />
      </summary>
      <div className="drop-panel drop-wide">
        <PreferenceRows />
      </div>
    </details>
  );
}

export function AccountMenu({ navigation, upwards }: { navigation: Navigation; upwards?: boolean }): ReactElement | null {
  const t = useT();
  const { viewer } = usePage();
  if (!viewer) return null;
  return (
    <details className={upwards ? 'drop drop-up' : 'drop'} data-drop>
      <summary className={upwards ? 'account-line' : 'account-face'}>
        {!upwards && <span className="sr-only">{t(m.account)}</span>}
        {upwards ? <OwnName name={viewer.name} role={roleMessages[viewer.role]} /> : <Avatar name={viewer.name} size="sm" />}
        {upwards && <Icon name="chevrons" />}
      </summary>
      <div className="drop-panel drop-wide">
        <p className="drop-own">
          <strong>
            <Data>{viewer.name}</Data>
          </strong>
          <bdi dir="ltr" translate="no">
            {viewer.email}
          </bdi>
        </p>
        <ul>
          {openTo(navigation.account, viewer).map((item) => (
            <li key={item.key}>
              <a href={item.href} className="drop-item">
                <Icon name={item.icon} />
                {t(item.label)}
              </a>
            </li>
          ))}
        </ul>
        <PreferenceRows />
        <a href={navigation.signOut} className="drop-item drop-last">
          <Icon name="sign-out" />
          {t(m.signOut)}
        </a>
      </div>
    </details>
  );
}

/** Doors for strangers, the own face for the others. */
export function VisitorCorner({ navigation }: { navigation: Navigation }): ReactElement {
  const t = useT();
  const { viewer } = usePage();
  if (viewer) return <AccountMenu navigation={navigation} />;
  return (
    <>
      <PreferenceMenu />
      <LinkButton href={navigation.signIn} kind="quiet">
        {t(m.signIn)}
      </LinkButton>
      {navigation.register && (
        <LinkButton href={navigation.register} className="only-wide">
          {t(m.register)}
        </LinkButton>
      )}
    </>
  );
}
