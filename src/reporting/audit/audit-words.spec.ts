import { describe, expect, it } from 'vitest';
import { actionsOf, AUDIT_ACTIONS, type AuditKind } from '../../audit/actions';
import { LANGS, translateIfKnown } from '../../i18n/translate';
import { actionLabel, actionsIn, AUDIT_AREAS } from './audit-words';

const kinds = Object.keys(AUDIT_ACTIONS) as AuditKind[];

describe.each(LANGS)('the words of the audit trail (%s)', (lang) => {
  it.each(kinds.flatMap(actionsOf))('say what %s is', (action) => {
    expect(actionLabel(lang, action)).not.toBe(action);
  });

  it('tell a notice apart from the material it is about', () => {
    const labels = ['takedown.withdraw', 'material.withdraw'].map((one) => actionLabel(lang, one));
    expect(new Set(labels).size).toBe(2);
  });

  it.each(Object.keys(AUDIT_AREAS))('name the area %s', (area) => {
    expect(translateIfKnown(lang, `admin:audit.areas.${area}`)).toBeTruthy();
  });
});

it('asks for the whole names of the actions of an area, and for none of what is no area', () => {
  expect(actionsIn('takedown')).toEqual([
    'takedown.receive',
    'takedown.withdraw',
    'takedown.decide',
  ]);
  expect(actionsIn('toString')).toBeUndefined();
});
