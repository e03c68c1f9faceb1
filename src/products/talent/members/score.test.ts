import { describe, expect, it } from 'vitest';
import { openTalentHouse, WHOLE } from '#test/talent-house.ts';
import type { Member } from './members.ts';
import { profileScore } from './score.ts';

const NOBODY = {
  ...{ firstName: '', lastName: '', email: '', phone: null, dateOfBirth: null, country: null, city: null },
  ...{ photoFile: null, cvFile: null, portfolioUrl: null, bio: null, talents: [], social: {} },
};
const scoreOf = (more: object): number => profileScore({ ...NOBODY, ...more } as unknown as Member);
const PARTS = [
  ['T-302', 'name', 5, { firstName: 'Awa', lastName: 'Diop' }],
  ['T-303', 'e-mail', 5, { email: 'awa@example.com' }],
  ['T-304', 'phone', 5, { phone: '+221770000000' }],
  ['T-305', 'date of birth', 5, { dateOfBirth: '1990-01-01' }],
  ['T-306', 'country', 5, { country: { id: 1 } }],
  ['T-307', 'city', 5, { city: { id: 1 } }],
  ['T-308', 'photo', 10, { photoFile: 'photos/a.jpg' }],
  ['T-309', 'CV', 20, { cvFile: 'cvs/a.pdf' }],
  ['T-310', 'portfolio', 10, { portfolioUrl: 'https://awa.example' }],
  ['T-311', 'bio', 10, { bio: 'Monteuse' }],
  ['T-312', 'talents', 15, { talents: [{ id: 1 }] }],
] as const;

describe('the points of a profile', () => {
  it.each(PARTS)('%s %s is worth %i, alone and beside others', (_id, _name, points, part) => {
    expect(scoreOf(part)).toBe(points);
    const others = Object.assign({}, ...PARTS.filter(([, , , other]) => other !== part).map(([, , , other]) => other));
    expect(scoreOf({ ...others, ...part }) - scoreOf(others)).toBe(points);
  });

  it('T-313 networks are worth 3 each and 15 at most', () => {
    const names = ['linkedin', 'github', 'twitter', 'instagram', 'facebook', 'behance', 'threads'];
    const scores = names.map((_name, index) =>
      scoreOf({ social: Object.fromEntries(names.slice(0, index + 1).map((name) => [name, 'x'])) }),
    );
    expect(scores).toEqual([3, 6, 9, 12, 15, 15, 15]);
  });

  it('a name is half of nothing: first and last count together', () => expect(scoreOf({ firstName: 'Awa' })).toBe(0));

  it('T-304 T-310 T-311 T-312 T-313 count from what people send', async () => {
    const house = await openTalentHouse();
    const { phone, portfolio_url, bio, talents, linkedin } = WHOLE;
    const bare = await house.person();
    // Name, e-mail, birth, country and the city of residence.
    expect(bare.score).toBe(25);
    for (const [field, value, points] of [
      ['phone', phone, 5],
      ['portfolio_url', portfolio_url, 10],
      ['bio', bio, 10],
      ['talents', talents, 15],
      ['linkedin', linkedin, 3],
    ] as const)
      expect((await house.person({ [field]: value })).score, field).toBe(25 + points);
  });
});
