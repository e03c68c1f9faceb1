/** One switch a template; each is a form of its own and counts at once. */
import type { ReactElement } from 'react';
import { Badge, Button, Card } from '#kernel/page/components.tsx';
import { useT } from '#kernel/page/context.tsx';
import { Form } from '#kernel/page/forms.tsx';
import { switches } from './messages.ts';
import { PAGE } from './page-kit.ts';
import { TEMPLATE_NAMES, TEMPLATES, type TemplateName } from './templates.ts';

export function SwitchesCard({ enabled }: { enabled: ReadonlySet<TemplateName> }): ReactElement {
  return (
    <Card title={switches.title} lead={switches.lead} icon="mail" id="templates">
      <ul className="divide-line divide-y">
        {TEMPLATE_NAMES.map((name) => (
          <Row key={name} name={name} isOn={enabled.has(name)} />
        ))}
      </ul>
    </Card>
  );
}

function Row({ name, isOn }: { name: TemplateName; isOn: boolean }): ReactElement {
  const t = useT();
  const title = t(TEMPLATES[name].name);
  return (
    <li className="flex items-center gap-3 py-3">
      <div className="min-w-0 grow">
        <p className="flex flex-wrap items-center gap-2 font-semibold">
          {title}
          <Badge tone={isOn ? 'success' : 'neutral'} dot>
            {t(isOn ? switches.on : switches.off)}
          </Badge>
        </p>
        <p className="text-muted">{t(TEMPLATES[name].description)}</p>
      </div>
      <Form action={`${PAGE}/templates/${name}`} id={`switch-${name}`}>
        <Button
          kind="secondary"
          size="sm"
          name="enabled"
          value={isOn ? '0' : '1'}
          label={t(isOn ? switches.switchOffNamed : switches.switchOnNamed, { name: title })}
        >
          {t(isOn ? switches.switchOff : switches.switchOn)}
        </Button>
      </Form>
    </li>
  );
}
