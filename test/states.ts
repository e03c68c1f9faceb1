/** What pages look like after somebody did something: menus and dialogs open, forms refused, a word that shows for a moment. */
import type { Page } from 'playwright-core';
import type { PageToVisit } from './pages.ts';
import { drawPhoto } from './papers.ts';

export interface State extends PageToVisit {
  /** Only there is it: a sheet of phones. */
  readonly width?: 'desktop' | 'phone';
  /** Brings the page there, and waits until it is. */
  readonly reach: (page: Page) => Promise<unknown>;
}

/** Sent as it stands, whatever the browser would have said before. */
const sendAnyway =
  (form: string) =>
  async (page: Page): Promise<void> => {
    await page.locator(form).evaluate((element) => {
      (element as HTMLFormElement).noValidate = true;
    });
    await page.locator(`${form} button:not([type="button"]):visible`).last().click();
    await page.locator('.field-error').first().waitFor();
  };
const open = (summary: string, panel: string) => async (page: Page) => {
  await page.locator(summary).filter({ visible: true }).first().click();
  await page.locator(panel).filter({ visible: true }).first().waitFor();
};
const press = (key: string, shown: string) => async (page: Page) => {
  await page.keyboard.press(key);
  await page.locator(shown).filter({ visible: true }).first().waitFor();
};

export const STATES: readonly State[] = [
  {
    ...{ name: 'the palette with pages and people', path: '/', as: 'admin' },
    reach: async (page) => {
      await page.keyboard.press('Control+k');
      await page.keyboard.type('an');
      await page.locator('.palette [role="option"]').first().waitFor();
    },
  },
  {
    ...{ name: 'the account menu', path: '/cinema/projects', as: 'admin' },
    reach: open('[data-drop] > .account-line, [data-drop] > .account-face', '.drop-own'),
  },
  { ...{ name: 'the rooms under “more”', path: '/', as: 'admin', width: 'phone' }, reach: open('.bottom-bar summary', '.sheet') },
  { ...{ name: 'the preferences of a stranger', path: '/auth/login', as: null }, reach: open('.drop > summary', '.switch-row') },
  { ...{ name: 'keys of a casting', path: '/cinema/talents', as: 'admin' }, reach: press('?', '#keys-help') },
  { ...{ name: 'marks of a person', path: '/cinema/talents', as: 'admin' }, reach: open('.mark-menu > summary', '.mark-menu .drop-panel') },
  {
    ...{ name: 'a mark that was said', path: '/cinema/talents', as: 'admin' },
    reach: async (page) => {
      await page.keyboard.press('j');
      await page.keyboard.press('2');
      await page.locator('.toast').waitFor();
    },
  },
  {
    ...{ name: 'facets as a sheet', path: '/cinema/talents?gender=F', as: 'admin', width: 'phone' },
    reach: open('.browse-open', '#facets'),
  },
  { ...{ name: 'a photo at full size', path: '/cinema/profile/MACAS0001F', as: null }, reach: open('a[href="#photo-1"]', '#photo-1 img') },
  {
    ...{ name: 'a photo being cropped', path: '/profile/edit', as: 'talent' },
    reach: async (page) => {
      const buffer = drawPhoto(600, 800);
      await page.locator('input[type="file"][name="photo"]').setInputFiles({ name: 'visage.jpg', mimeType: 'image/jpeg', buffer });
      await page.locator('.cropper').waitFor();
    },
  },
  { ...{ name: 'a wrong password', path: '/auth/login', as: null }, reach: sendAnyway('main form[action^="/auth/login"]') },
  {
    ...{ name: 'an empty registration', path: '/auth/register', as: null },
    reach: sendAnyway('main form[action^="/auth/register"]:not(#restart)'),
  },
  {
    ...{ name: 'an empty CINEMA registration', path: '/cinema/register', as: null },
    reach: sendAnyway('main form[action^="/cinema/register"]:not(#restart)'),
  },
  { ...{ name: 'a project without a name', path: '/cinema/projects/new', as: 'admin' }, reach: sendAnyway('main form') },
  { ...{ name: 'a production without a name', path: '/cinema/productions/new', as: 'admin' }, reach: sendAnyway('main form') },
  { ...{ name: 'a person without facts', path: '/admin/talent/create', as: 'admin' }, reach: sendAnyway('main form') },
  { ...{ name: 'a brief without words', path: '/cinema/ai-search', as: 'admin' }, reach: sendAnyway('main form[enctype]') },
  {
    ...{ name: 'a watched name without a reason', path: '/admin/names/watch', as: 'admin' },
    reach: sendAnyway('main form#watch'),
  },
  { ...{ name: 'a picture without words', path: '/studio', as: 'admin' }, reach: sendAnyway('main form[action="/studio"]') },
  { ...{ name: 'a schedule without days', path: '/publications/schedules/new', as: 'admin' }, reach: sendAnyway('main form') },
  { ...{ name: 'a film without a sentence', path: '/films/new', as: 'admin' }, reach: sendAnyway('main form[action="/films/new"]') },
  {
    ...{ name: 'a post that is too long', path: '/publications/new?image=1', as: 'admin' },
    reach: async (page) => {
      await page.locator('input[value="twitter"]').check({ force: true });
      await page.locator('textarea[name="caption"]').fill('a'.repeat(300));
      await page.locator('button[value="plan"]').click();
      await page.locator('.error-summary').waitFor();
    },
  },
  { ...{ name: 'keys of the review', path: '/studio/review?image=1', as: 'admin' }, reach: press('?', '#keys-help') },
  { ...{ name: 'keys of a timeline', path: '/films/{film}/timeline', as: 'admin', width: 'desktop' }, reach: press('?', '#keys-help') },
  {
    ...{ name: 'what a film may use', path: '/films/{film}/timeline', as: 'admin', width: 'desktop' },
    reach: open('[data-open-drawer]', '[data-drawer]'),
  },
  {
    ...{ name: 'a code that is none', path: '/presence/1/scan', as: 'admin' },
    reach: async (page) => {
      await page.locator('#scan-code').fill('ZZZZ');
      await page.locator('.scan-send').click();
      await page.locator('.verdict:not([hidden])').waitFor();
    },
  },
];
