import { describe, expect, it } from 'vitest';
import { navGroups } from './nav-links';

const hrefs = (...args: Parameters<typeof navGroups>) =>
  navGroups(...args).flatMap((group) => group.links.map((link) => link.href));

describe('the navigation', () => {
  it('leads an officer to their own work and nothing else', () =>
    expect(hrefs('contributor', [])).toEqual(['', '#nop', '/hoc-lieu']));
  it('leads an editor to the queue', () => expect(hrefs('editor', [])).toContain('/hang-doi'));
  it('has no queue for an auditor, who decides nothing', () =>
    expect(hrefs('auditor', [])).not.toContain('/hang-doi'));
  it('shows only collections that Payload shows to the role', () => {
    expect(hrefs('administrator', ['licences'])).toContain('/collections/licences');
    expect(hrefs('administrator', ['licences'])).not.toContain('/collections/users');
  });
  it('leads to the health of the system only those who watch over it', () => {
    expect(hrefs('administrator', [])).toContain('/suc-khoe');
    expect(hrefs('auditor', [])).toContain('/suc-khoe');
    expect(hrefs('editor', [])).not.toContain('/suc-khoe');
  });
});
