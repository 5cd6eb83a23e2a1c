import { describe, expect, it } from 'vitest';
import { publicationDays } from './publication-days';

describe('the days of a publication', () => {
  it('are none where no grant ends and nothing is to be looked at', () => {
    expect(publicationDays({ rights: {}, components: [{}] })).toEqual({
      termEnds: null,
      termOf: null,
      reviewOn: null,
    });
    expect(publicationDays({ rights: null })).toMatchObject({ termEnds: null });
  });

  it('follow the whole when it ends first, or together with a component', () => {
    const components = [{ component: 'Ảnh', termTo: '2027-06-30' }];
    expect(publicationDays({ rights: { termTo: '2027-06-30' }, components })).toMatchObject({
      termEnds: '2027-06-30',
      termOf: 'rights',
    });
  });

  it('follow the component whose grant is narrower, and name it', () => {
    const components = [{ termTo: '2027-05-01' }, { component: 'Ảnh', termTo: '2027-03-31' }];
    expect(publicationDays({ rights: { termTo: '2027-06-30' }, components })).toMatchObject({
      termEnds: '2027-03-31',
      termOf: 'Ảnh',
    });
  });

  it('name the first component too, by its place when it has no name', () => {
    const first = (component?: string) =>
      publicationDays({
        rights: { termTo: '2027-06-30' },
        components: [{ component, termTo: '2027-03-31' }, { termTo: '2027-05-01' }],
      }).termOf;
    expect(first('Ảnh')).toBe('Ảnh');
    expect(first()).toBe('1');
  });

  it('take the earliest day of review', () => {
    const components = [
      { nextReview: '2027-01-02' },
      { nextReview: null },
      { nextReview: '1/1/2027' },
    ];
    expect(publicationDays({ rights: { nextReview: '2027-01-03' }, components }).reviewOn).toBe(
      '2027-01-02',
    );
  });
});
