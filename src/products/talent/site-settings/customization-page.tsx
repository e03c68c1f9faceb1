/** The site's own face as administrators set it: footer, networks, pictures, legal pages. */
import type { ReactElement } from 'react';
import { Checkbox } from '#kernel/page/choices.tsx';
import { Button, Card, PageHeader } from '#kernel/page/components.tsx';
import { type Text, useT } from '#kernel/page/context.tsx';
import { Field, TextArea, TextInput } from '#kernel/page/fields.tsx';
import { ErrorSummary, FieldRow, Fieldset, Form, FormActions, useField } from '#kernel/page/forms.tsx';
import type { SettingValues } from '#kernel/settings.ts';
import { FOOTER_TEXT_LENGTH, isOwnPicture, NETWORK_NAMES, SOCIAL_NETWORKS, type siteSettings } from '#kernel/site-face.ts';
import { AdminTabs } from '../admin-tabs.tsx';
import { LegalCard, type LegalState } from '../legal/legal.ts';
import { CUSTOMIZATION, placeNames, settingsCrumbs } from '../settings-places.ts';
import { formProps, type RefusedForm } from './form-kit.ts';
import { m } from './messages.ts';
import { fileField, PICTURE_SLOTS, type PictureSlot, removeField } from './pictures.ts';

export const SOCIAL_FORM = `${CUSTOMIZATION}/save-social-links`;
export const PICTURES_FORM = `${CUSTOMIZATION}/save-logo-images`;
export const LEGAL_FORM = `${CUSTOMIZATION}/save-legal-pages`;

export interface CustomizationView {
  readonly site: SettingValues<typeof siteSettings>;
  readonly legal: readonly LegalState[];
  readonly refused: RefusedForm | null;
}

export function CustomizationPage({ site, legal, refused }: CustomizationView): ReactElement {
  return (
    <>
      <PageHeader title={placeNames.customization} lead={m.customizationLead} crumbs={settingsCrumbs()} />
      <AdminTabs />
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <div className="stack gap-5">
          <FooterCard site={site} refused={refused} />
          <LegalCard
            action={LEGAL_FORM}
            states={legal}
            refused={refused?.form === 'legal' ? { values: refused.typed, errors: refused.errors } : null}
          />
        </div>
        <SocialCard site={site} refused={refused} />
      </div>
      <div className="mt-5">
        <PicturesCard site={site} refused={refused} />
      </div>
    </>
  );
}
type Part = Pick<CustomizationView, 'site' | 'refused'>;

function FooterCard({ site, refused }: Part): ReactElement {
  const t = useT();
  const labels = { footer_text: m.footerText, footer_contact_email: m.footerEmail, footer_contact_phone: m.footerPhone };
  const values = { footer_text: site.footerText, footer_contact_email: site.footerEmail, footer_contact_phone: site.footerPhone };
  return (
    <Card title={m.footer} icon="message" id="footer">
      <Form action={`${CUSTOMIZATION}/save-footer`} id="footer-form" {...formProps(refused, 'footer', values)}>
        <ErrorSummary labels={labels} />
        <TextArea name="footer_text" label={m.footerText} hint={m.footerTextHint} rows={3} max={FOOTER_TEXT_LENGTH} />
        <FieldRow>
          <TextInput name="footer_contact_email" type="email" label={m.footerEmail} icon="mail" autoComplete="off" />
          <TextInput name="footer_contact_phone" type="tel" label={m.footerPhone} icon="phone" autoComplete="off" />
        </FieldRow>
        <FormActions>
          <Button icon="save">{t(m.saveFooter)}</Button>
        </FormActions>
      </Form>
    </Card>
  );
}

function SocialCard({ site, refused }: Part): ReactElement {
  const t = useT();
  return (
    <Card title={m.social} lead={m.socialLead} icon="share" id="social">
      <Form action={SOCIAL_FORM} id="social-form" {...formProps(refused, 'social', site.social)}>
        <ErrorSummary labels={NETWORK_NAMES} />
        {SOCIAL_NETWORKS.map((network) => (
          <TextInput
            key={network}
            name={network}
            label={{ data: NETWORK_NAMES[network] }}
            icon={network}
            autoComplete="off"
            spellCheck={false}
            {...(network === 'whatsapp' ? { type: 'tel', hint: m.whatsappHint } : { inputMode: 'url' })}
          />
        ))}
        <FormActions>
          <Button icon="save">{t(m.saveSocial)}</Button>
        </FormActions>
      </Form>
    </Card>
  );
}

const SLOTS: Readonly<Record<PictureSlot, { readonly name: Text; readonly hint: Text; readonly of: 'logo' | 'favicon' | 'hero' }>> = {
  logo_url: { name: m.logo, hint: m.logoHint, of: 'logo' },
  favicon_url: { name: m.favicon, hint: m.faviconHint, of: 'favicon' },
  hero_image_url: { name: m.hero, hint: m.heroHint, of: 'hero' },
};

function PicturesCard({ site, refused }: Part): ReactElement {
  const t = useT();
  const addresses = Object.fromEntries(PICTURE_SLOTS.map((slot) => [slot, isOwnPicture(site[SLOTS[slot].of]) ? '' : site[SLOTS[slot].of]]));
  const labels = Object.fromEntries(
    PICTURE_SLOTS.flatMap((slot) => [
      [fileField(slot), SLOTS[slot].name],
      [slot, t(m.address, { picture: t(SLOTS[slot].name) })],
    ]),
  );
  return (
    <Card title={m.pictures} lead={m.picturesLead} icon="image" id="pictures">
      <Form action={PICTURES_FORM} id="pictures-form" multipart {...formProps(refused, 'pictures', addresses)}>
        <ErrorSummary labels={labels} />
        <div className="grid items-start gap-5 lg:grid-cols-3">
          {PICTURE_SLOTS.map((slot) => (
            <PictureFields key={slot} slot={slot} current={site[SLOTS[slot].of]} />
          ))}
        </div>
        <FormActions>
          <Button icon="save">{t(m.savePictures)}</Button>
        </FormActions>
      </Form>
    </Card>
  );
}

function PictureFields({ slot, current }: { slot: PictureSlot; current: string }): ReactElement {
  const t = useT();
  const { name, hint } = SLOTS[slot];
  const picture = t(name);
  return (
    <Fieldset legend={name} lead={hint}>
      {current && <img className="site-picture" src={current} alt={picture} loading="lazy" />}
      <PictureFile name={fileField(slot)} label={t(m.send, { picture })} />
      <TextInput name={slot} type="url" label={t(m.address, { picture })} autoComplete="off" />
      {current && <Checkbox name={removeField(slot)} label={t(m.remove, { picture })} />}
    </Fieldset>
  );
}

function PictureFile(props: { name: string; label: Text }): ReactElement {
  const facts = useField(props);
  return (
    <Field {...props} facts={facts}>
      <input {...facts.control} type="file" accept="image/png,image/jpeg,image/webp" className="plain-file" />
    </Field>
  );
}
