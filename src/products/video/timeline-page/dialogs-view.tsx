/** What lies over the editor: the drawer of assets, and the question when two have saved. */
import type { ReactElement } from 'react';
import { Button } from '#kernel/page/components.tsx';
import { useT } from '#kernel/page/context.tsx';
import { Icon, type IconName } from '#kernel/page/icons.tsx';
import type { Asset } from '../assets/assets.ts';
import { desk as m } from './editor-messages.ts';
import { thumbnailOf } from './facts.ts';
import { page } from './messages.ts';

const ICONS = { image: 'image', video: 'video', voice: 'mic', music: 'music' } as const satisfies Record<Asset['type'], IconName>;

export function Drawer({ ready, nameOf }: { ready: readonly Asset[]; nameOf: (asset: Asset) => string }): ReactElement {
  const t = useT();
  return (
    <dialog className="tl-dialog tl-drawer" data-drawer aria-labelledby="tl-drawer-title">
      <form method="dialog" className="tl-dialog-head">
        <h2 id="tl-drawer-title">{t(m.drawer)}</h2>
        <Button kind="quiet" icon="close" label={m.close} />
      </form>
      <p className="text-muted">{t(m.drawerLead)}</p>
      <label className="tl-upload">
        <span>{t(m.upload)}</span>
        <input type="file" accept="image/*,video/*,audio/*" />
      </label>
      {ready.length === 0 && <p className="text-muted">{t(m.drawerEmpty)}</p>}
      <ul className="tl-assets" data-assets>
        {ready.map((asset) => (
          <li key={asset.id}>
            <AssetButton asset={asset} name={nameOf(asset)} />
          </li>
        ))}
      </ul>
    </dialog>
  );
}

function AssetButton({ asset, name }: { asset: Asset; name: string }): ReactElement {
  const t = useT();
  const thumbnail = thumbnailOf(asset);
  return (
    <button type="button" className="tl-asset" data-asset={asset.id}>
      {thumbnail ? <img src={thumbnail} alt="" loading="lazy" /> : <span className="tl-asset-sound" />}
      <span className="tl-asset-name">
        <Icon name={ICONS[asset.type]} />
        {name}
        {asset.seconds !== null && <small>{t(page.seconds, { seconds: Math.round(asset.seconds * 10) / 10 })}</small>}
      </span>
    </button>
  );
}

export function ConflictDialog(): ReactElement {
  const t = useT();
  return (
    <dialog className="tl-dialog" data-conflict aria-labelledby="tl-conflict-title">
      <form method="dialog">
        <h2 id="tl-conflict-title">{t(m.conflict)}</h2>
        <p>{t(m.conflictText)}</p>
        <div className="cluster">
          <Button value="copy">{t(m.keepCopy)}</Button>
          <Button value="reload" kind="secondary">
            {t(m.loadOther)}
          </Button>
          <Button value="later" kind="quiet">
            {t(m.later)}
          </Button>
        </div>
      </form>
    </dialog>
  );
}
