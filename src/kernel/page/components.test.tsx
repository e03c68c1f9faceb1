import { describe, expect, it } from 'vitest';
import { CheckboxGroup, CountryCity, RadioCards } from './choices.tsx';
import { isConfirmed } from './confirm.tsx';
import { CodeTag, When } from './facts.tsx';
import { PasswordInput, TextArea, TextInput } from './fields.tsx';
import { FileInput } from './files.tsx';
import { FilterBar } from './filters.tsx';
import { ErrorSummary, Form } from './forms.tsx';
import { Meter, ScoreRing, Skeleton } from './gauges.tsx';
import { currentOf } from './navigation.ts';
import { hueOf, initialsOf, PersonCard } from './people.tsx';
import { DataTable } from './table.tsx';
import { renderInPage, testNavigation } from './test-page.tsx';
import { Pagination, pageNumbers, Steps, Tabs } from './trails.tsx';

const hrefs = (html: string): string[] => [...html.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));
const m = { fr: 'Nom', en: 'Name', ar: 'الاسم' };

describe('forms', () => {
  const errors = { email: { message: { fr: 'Adresse invalide', en: 'Invalid address', ar: 'عنوان غير صالح' }, constraint: 'format' } };
  const form = (
    <Form action="/x" values={{ email: 'awa@"<', name: 'Awa' }} errors={errors}>
      <ErrorSummary labels={{ email: { fr: 'E-mail', en: 'E-mail', ar: 'البريد' } }} />
      <TextInput name="name" label={m} required hint="Comme sur la carte" autoComplete="given-name" />
      <TextInput name="email" type="email" label="E-mail" />
      <PasswordInput name="password" label="Mot de passe" autoComplete="new-password" />
    </Form>
  );

  it('keep what was typed and name the faulty field', () => {
    const html = renderInPage(form);
    expect(html).toContain('value="awa@&quot;&lt;"');
    expect(html).toMatch(/<input id="f-email" aria-invalid="true" aria-describedby="f-email-error" type="email" name="email"/);
    expect(html).toContain('<p id="f-email-error"');
    expect(html).toContain('<a href="#f-email"><strong>E-mail\u00a0: </strong>Adresse invalide</a>');
    expect(html).toMatch(/<input id="f-name" required="" aria-describedby="f-name-hint"[^>]*autoComplete="given-name"/i);
    expect(html).toContain('<label class="field-label" for="f-name">');
    expect(html).toContain('name="_csrf" value="token-1"');
  });

  it('tick what was chosen among several, and describe the group', () => {
    const options = ['Danse', 'Chant', 'Escrime'].map((label, value) => ({ value, label }));
    const html = renderInPage(
      <Form action="/x" values={{ talents: ['0', '2'] }} errors={{ talents: { message: m } }}>
        <CheckboxGroup name="talents" label="Talents" options={options} />
      </Form>,
    );
    expect(html.match(/checked=""/g)).toHaveLength(2);
    expect(html).toMatch(/<fieldset class="field field-wrong" id="f-talents" aria-describedby="f-talents-error">/);
  });

  it('never write a password back', () => {
    const html = renderInPage(
      <Form action="/x" values={{ password: 'hunter22' }}>
        <PasswordInput name="password" label="Mot de passe" autoComplete="current-password" />
      </Form>,
    );
    expect(html).not.toContain('hunter22');
  });

  it('carry no token in a search', () => {
    expect(
      renderInPage(
        <Form action="/x" method="get">
          {null}
        </Form>,
      ),
    ).not.toContain('_csrf');
  });

  it('work without a script: cities under their country, a plain file, a count', () => {
    const groups = [{ of: 1, label: 'Maroc', options: [{ value: 10, label: 'Rabat' }] }];
    const html = renderInPage(
      <Form action="/x" multipart values={{ city: 10, gender: 'F' }}>
        <CountryCity
          country={{ name: 'country', label: 'Pays', options: [{ value: 1, label: 'Maroc' }] }}
          city={{ name: 'city', label: 'Ville', groups }}
        />
        <RadioCards name="gender" label="Genre" options={[{ value: 'F', label: 'Femme' }]} />
        <FileInput name="cv" label="CV" accept=".pdf" maxBytes={10 * 1024 * 1024} kept={{ id: 'u1', originalName: 'cv.pdf' }} required />
        <TextArea name="bio" label="Bio" max={500} />
      </Form>,
    );
    expect(html).toContain('<optgroup label="Maroc" data-of="1"><option value="10" selected="">Rabat</option></optgroup>');
    expect(html).toMatch(/type="radio"[^>]*checked=""[^>]*value="F"|type="radio"[^>]*value="F"[^>]*checked=""/);
    expect(html).toMatch(/<input id="f-cv" type="file" accept=".pdf" name="cv"\/>/);
    expect(html).toContain('<input type="hidden" data-upload="true" name="cv_upload" value="u1"/>');
    expect(html).toContain('500 caractères au plus');
    expect(html).toContain('encType="multipart/form-data"');
  });
});

describe('lists', () => {
  it('page links keep the query and leave page 1 out', () => {
    const html = renderInPage(<Pagination page={2} pages={9} total={170} size={20} />, { url: '/talents?country=MA&page=2' });
    expect(hrefs(html)).toEqual([
      '/talents?country=MA',
      '/talents?country=MA',
      '/talents?country=MA&page=2',
      '/talents?country=MA&page=3',
      '/talents?country=MA&page=9',
      '/talents?country=MA&page=3',
    ]);
    expect(html).toContain('21–40 sur 170');
    expect(html).toContain('aria-current="page"');
  });

  it('show the numbers around the current page', () => {
    expect(pageNumbers(1, 1)).toEqual([1]);
    expect(pageNumbers(1, 3)).toEqual([1, 2, 3]);
    expect(pageNumbers(5, 9)).toEqual([1, null, 4, 5, 6, null, 9]);
    expect(pageNumbers(4, 6)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  const table = (url: string): string =>
    renderInPage(
      <DataTable
        caption="x"
        rows={[{ id: 1, name: '<Awa>' }]}
        rowKey={(row) => row.id}
        empty={null}
        columns={[{ key: 'name', header: m, cell: (row) => row.name, sort: true, role: 'title' }]}
      />,
      { url },
    );

  it('sort through the address, back and forth, from the first page', () => {
    expect(hrefs(table('/t?q=a&page=4'))).toEqual(['/t?q=a&sort=name']);
    expect(hrefs(table('/t?sort=name'))).toEqual(['/t?sort=-name']);
    expect(table('/t?sort=-name')).toContain('aria-sort="descending"');
    expect(table('/t')).toContain('&lt;Awa&gt;');
  });

  it('show what is filtered as chips that take themselves away', () => {
    const filters = [
      { name: 'country', label: 'Pays', options: [{ value: 'MA', label: 'Maroc' }] },
      { name: 'free', label: 'Disponible', tick: true },
    ];
    const bar = <FilterBar search={{ name: 'q', label: 'Chercher' }} filters={filters} total={3} keep={['view']} />;
    const html = renderInPage(bar, { url: '/t?q=awa&country=MA&free=1&view=table&page=2&sort=-name' });
    expect(hrefs(html)).toEqual([
      '/t?country=MA&free=1&view=table&sort=-name',
      '/t?q=awa&free=1&view=table&sort=-name',
      '/t?q=awa&country=MA&view=table&sort=-name',
      '/t?view=table&sort=-name',
    ]);
    expect(html).toContain('Pays\u00a0: <strong><bdi>Maroc</bdi></strong>');
    expect(html).toContain('3 résultats');
    expect(html).toContain('<input type="hidden" name="view" value="table"/>');
  });
});

describe('people', () => {
  it('have initials in any script and a colour that stays', () => {
    expect([
      initialsOf('Awa Diop'),
      initialsOf('  Ɛsi  Kofi Ɔwusu '),
      initialsOf('ọláṣẹ́'),
      initialsOf('فاطمة الزهراء'),
      initialsOf(''),
    ]).toEqual(['AD', 'ƐƆ', 'Ọ', 'ف', '?']);
    expect(hueOf('Awa Diop')).toBe(hueOf('awa diop'));
    expect(
      new Set(['Awa', 'Ba', 'Cissé', 'Diop', 'Eto', 'Fall', 'Gaye', 'Hope', 'Issa', 'Jean', 'Kane', 'Ly'].map(hueOf)).size,
    ).toBeGreaterThan(4);
  });

  it('keep their code left to right in Arabic', () => {
    const html = renderInPage(<PersonCard name="فاطمة" code="MAF0033RAB" href="/profile/view/MAF0033RAB" score={55} />, { language: 'ar' });
    expect(html).toContain('<bdi dir="ltr" class="code-tag" translate="no">MAF0033RAB</bdi>');
    expect(renderInPage(<CodeTag code="x" copy />)).toContain('data-island="copy"');
  });
});

describe('figures', () => {
  it('say their value in words, within bounds', () => {
    expect(renderInPage(<ScoreRing value={130} label="Score" />)).toContain('aria-label="Score\u00a0: 100 / 100"');
    expect(renderInPage(<Meter value={3} max={5} label="Sections" />)).toContain(
      '<meter class="sr-only" aria-label="Sections" value="3" min="0" max="5">',
    );
    expect(renderInPage(<Meter value={1} max={4} label="x" />, { language: 'ar' })).toContain('x="75" width="25"');
  });

  it('never slip a day by a time zone', () => {
    expect(renderInPage(<When at="2025-10-15" as="date" zone="America/Los_Angeles" />)).toContain('15 octobre 2025');
    expect(renderInPage(<When at={new Date('2025-10-15T23:30:00Z')} as="moment" zone="Africa/Nairobi" />)).toMatch(/16 oct\. 2025.*02:30/);
  });
});

describe('the way through', () => {
  it('says which view of a thing is shown', () => {
    const tabs = (
      <Tabs
        label="Sections"
        items={[
          { label: 'Profil', href: '/p' },
          { label: 'Projets', href: '/p?view=projects', count: 1200 },
        ]}
      />
    );
    expect(renderInPage(tabs, { url: '/p?view=projects' })).toMatch(
      /<a href="\/p\?view=projects" aria-current="page">Projets<span class="tabs-count"><span class="tabular">1.200/u,
    );
    expect(renderInPage(<Skeleton lines={2} />, { language: 'ar' })).toContain('aria-label="جارٍ التحميل…"');
  });

  it('marks the step, links back to those done', () => {
    const html = renderInPage(<Steps steps={['Identité', 'Talents', 'CV']} current={1} hrefs={['/r?step=1']} />);
    expect(html).toContain('Étape 2 sur 3');
    expect(hrefs(html)).toEqual(['/r?step=1']);
    expect(html.match(/aria-current="step"/g)).toHaveLength(1);
  });

  it('finds the room a page belongs to', () => {
    const find = (path: string): string | undefined => currentOf(testNavigation.rooms, path)?.key;
    expect([find('/'), find('/admin/users'), find('/admin/emails'), find('/talents'), find('/administration')]).toEqual([
      'home',
      'admin',
      'admin',
      undefined,
      undefined,
    ]);
  });

  it('takes the name of a thing as confirmation, however it is written', () => {
    expect([isConfirmed(' awa diop ', 'Awa Diop'), isConfirmed('Awa', 'Awa Diop'), isConfirmed(undefined, 'Awa')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
