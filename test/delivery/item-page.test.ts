import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '../../src/platform/errors';
import type { Snapshot } from '../../src/publishing/read/snapshot';
import { makeFile, makeSnapshot } from './make-snapshot';
import { startSite, type Site } from './site';

const PUBLIC = 'https://hoclieu.example.vn';
const BROWSER = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };

let site: Site;
let shown: Snapshot;
beforeAll(async () => {
  site = await startSite();
  await site.storage.putBytes('k.txt', Buffer.from('Xoa xà phòng'), 'text/plain');
  shown = await site.publish(
    makeSnapshot({
      title: { vi: 'Rửa tay </script><b>đúng cách', en: 'Washing hands' },
      alternativeTitle: { vi: 'Sáu bước trong ba mươi giây' },
      licence: {
        code: 'CC-BY-NC-4.0',
        version: 1,
        label: { vi: 'CC BY-NC 4.0: Ghi công, Phi thương mại' },
        url: 'https://creativecommons.org/licenses/by-nc/4.0/',
        permits: ['copy', 'share', 'adapt'],
      },
      files: [
        makeFile({ pages: 12, size: 3_400_000, thumbnailKey: 'k.webp', textKey: 'k.txt' }),
        makeFile({
          role: 'attachment',
          name: 'bảng kiểm.docx',
          mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
          caption: { vi: 'Để dán ở bồn rửa' },
        }),
      ],
    }),
  );
});
afterAll(() => site.close());

const page = (lang = '') => site.ask(`/hoc-lieu/${shown.identifier}${lang}`, BROWSER);

describe('the page of a material', () => {
  it('says what it is, by whom and for whom, in Vietnamese', async () => {
    const { status, headers, text } = await page();
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    for (const told of [
      '<html lang="vi">',
      'Sáu bước trong ba mươi giây',
      'Tờ rơi',
      'Sức khỏe và dinh dưỡng',
      'Mẫu giáo',
      'Phụ huynh',
      'Nguyễn Thị Lan; Hiệu đính: Phạm Thu Hằng',
      'Sở Y tế Hà Nội',
      '12/03/2026',
      'Tiếng Việt',
      shown.identifier,
    ]) {
      expect(text).toContain(told);
    }
  });

  it('speaks English when asked', async () => {
    const { text } = await page('?lang=en');
    expect(text).toContain('<html lang="en">');
    expect(text).toContain('>Washing hands');
    expect(text).toContain('What you may do');
    expect(text).toContain('Department of Health');
    expect(text).toContain(
      `<link rel="canonical" href="${PUBLIC}/hoc-lieu/${shown.identifier}?lang=en">`,
    );
  });

  it('says in plain words what the licence allows and forbids', async () => {
    const { text } = await page();
    expect(text).toContain('<b>Được sao chép, chia sẻ</b>');
    expect(text).toContain('<b>Được sửa</b>');
    expect(text).toMatch(/<li class="no">.*<b>Không được kinh doanh<\/b>/);
    expect(text).toContain('href="https://creativecommons.org/licenses/by-nc/4.0/" rel="license"');
  });

  it('gives a citation to copy, with the address of the page', async () => {
    expect((await page()).text).toContain(
      `đúng cách”, Sở Y tế Hà Nội, 2026, CC BY-NC 4.0, ${PUBLIC}/hoc-lieu/${shown.identifier}</p>`,
    );
  });

  it('leads to every file: to open what a browser shows, to download all', async () => {
    const { text } = await page();
    const [pdf, docx] = shown.files;
    expect(text).toContain(`href="/v1/files/${pdf?.id ?? ''}" download=`);
    expect(text).toContain(`<a class="btn" href="/v1/files/${pdf?.id ?? ''}">`);
    expect(text).toContain(`/v1/files/${pdf?.id ?? ''}/thumbnail`);
    expect(text).toContain(`/v1/files/${pdf?.id ?? ''}/text`);
    expect(text).toContain('PDF, 12 trang · 3,4 MB');
    expect(text).toContain('Để dán ở bồn rửa');
    expect(text).toContain(`href="/v1/files/${docx?.id ?? ''}" download="bảng kiểm.docx"`);
    expect(text.split(`"/v1/files/${docx?.id ?? ''}"`)).toHaveLength(2);
  });

  it('hands out no file of what may only be viewed', async () => {
    const s = await site.publish(makeSnapshot({ download: false, files: [makeFile()] }));
    const { text } = await site.ask(`/hoc-lieu/${s.identifier}`);
    expect(text).not.toMatch(/href="\/v1\/files/);
    expect(text).toContain('chỉ được xem');
  });

  it('carries its card and its record, and nothing that runs', async () => {
    const { text, headers } = await page();
    const own = `${PUBLIC}/hoc-lieu/${shown.identifier}`;
    expect(text).toContain(`<link rel="canonical" href="${own}">`);
    expect(text).toContain(`<meta property="og:url" content="${own}">`);
    expect(text).toMatch(/<meta name="description" content="[^"]{20,}">/);
    const [, block = ''] =
      /<script type="application\/ld\+json">([^<]*)<\/script>/.exec(text) ?? [];
    expect(JSON.parse(block)).toMatchObject({
      '@type': ['LearningResource', 'DigitalDocument'],
      name: shown.title.vi,
      url: own,
    });
    expect(headers['content-security-policy']).toContain("script-src 'self'");
    const scripts = text.match(/<script[^>]*>/g) ?? [];
    expect(scripts.every((tag) => /type="application\/ld\+json"|src="\/assets\//.test(tag))).toBe(
      true,
    );
    expect(text).not.toMatch(/ style=|<style|onclick|<b>đúng/);
  });

  it('links to the records for machines, and they to it', async () => {
    const { text } = await page();
    for (const format of ['json', 'jsonld', 'dc']) {
      expect(text).toContain(`href="/v1/materials/${shown.identifier}?format=${format}"`);
    }
    const record = await site.ask(`/v1/materials/${shown.identifier}`);
    expect(JSON.parse(record.text)).toMatchObject({
      links: { html: `${PUBLIC}/hoc-lieu/${shown.identifier}` },
    });
  });

  it('shows similar materials and leads to their pages', async () => {
    const other = await site.publish(makeSnapshot());
    expect((await page()).text).toContain(`href="/hoc-lieu/${other.identifier}"`);
  });

  it('is answered by its ETag, and anew after a change', async () => {
    const first = await page();
    expect(first.headers['cache-control']).toContain('s-maxage=30');
    expect(first.headers.vary).toBe('Accept-Encoding');
    const etag = String(first.headers.etag);
    const again = await site.ask(`/hoc-lieu/${shown.identifier}`, { 'if-none-match': etag });
    expect(again.status).toBe(304);
    await site.publish({ ...shown, revision: 2, title: { vi: 'Rửa tay sạch' } });
    expect((await page()).text).toContain('Rửa tay sạch');
    await site.publish({ ...shown, revision: 3 });
  });

  it('stands without search', async () => {
    const out = () => Promise.reject(new AppError('search_unavailable'));
    const broken = await startSite({
      search: {
        search: out,
        suggest: out,
        health: () => Promise.resolve({ ok: false, documents: 0 }),
        close: () => Promise.resolve(),
      },
    });
    try {
      const s = await broken.publish(makeSnapshot(), { index: false });
      expect((await broken.ask(`/hoc-lieu/${s.identifier}`)).status).toBe(200);
    } finally {
      await broken.close();
    }
  });

  it('takes parameters that links gather on their way', async () => {
    expect((await page('?fbclid=abc')).status).toBe(200);
  });
});

describe('the page of what is not there', () => {
  it('of a withdrawn material says when and why, and nothing of what it was', async () => {
    const s = await site.publish(makeSnapshot({ title: { vi: 'Canaria đã rút' } }));
    await site.withdraw(s.identifier, 'term_ended', '2026-11-12T01:00:00.000Z');
    const { status, text, headers } = await site.ask(`/hoc-lieu/${s.identifier}`, BROWSER);
    expect(status).toBe(410);
    expect(text).toContain('12/11/2026');
    expect(text).toContain('Hết thời hạn được dùng');
    expect(text).toContain(s.identifier);
    expect(text).toContain('noindex');
    expect(text).not.toMatch(/Canaria|Sở Y tế|ld\+json|og:/);
    expect(headers['cache-control']).toContain('s-maxage=30');
    const english = await site.ask(`/hoc-lieu/${s.identifier}?lang=en`);
    expect(english.text).toContain('This material is no longer published');
  });

  it('of what never was public, or only for named portals, is a page that says no more', async () => {
    const hidden = await site.publish(
      makeSnapshot({ title: { vi: 'Canaria kín' }, access: 'named_portals' }),
    );
    const unknown = await site.ask('/hoc-lieu/hl-0000000000', BROWSER);
    const reserved = await site.ask(`/hoc-lieu/${hidden.identifier}`, BROWSER);
    for (const { status, text, headers } of [unknown, reserved]) {
      expect(status).toBe(404);
      expect(headers['content-type']).toContain('text/html');
      expect(headers['cache-control']).toBe('no-store');
      expect(text).toContain('Không có trang nào ở địa chỉ này');
      expect(text).not.toContain('Canaria');
    }
    expect(reserved.text.replaceAll(hidden.identifier, 'X')).toBe(
      unknown.text.replaceAll('hl-0000000000', 'X'),
    );
  });

  it('of any other unknown address is ours for a browser, problem+json for a program', async () => {
    for (const address of ['/khong-co', '/hoc-lieu/', '/hoc-lieu/a/b', '/.env']) {
      const person = await site.ask(address, BROWSER);
      expect(person.status, address).toBe(404);
      expect(person.text, address).toContain('Về trang tìm học liệu');
      expect(person.text, address).toContain('There is no page at this address');
      const program = await site.ask(address, { accept: '*/*' });
      expect(program.status, address).toBe(404);
      expect(program.headers['content-type'], address).toContain('application/problem+json');
    }
    const api = await site.ask('/v1/khong-co', BROWSER);
    expect(api.headers['content-type']).toContain('application/problem+json');
    const english = await site.ask('/khong-co?lang=en', BROWSER);
    expect(english.text).toContain('<html lang="en">');
  });

  it('never leads to another server', async () => {
    const { text } = await site.ask('//evil.example/x', BROWSER);
    expect(text).not.toMatch(/href="\/\/evil/);
    const odd = await site.ask('/"><img src=x>'.replace(' ', '%20'), BROWSER);
    expect(odd.text).not.toContain('<img src=x');
  });
});
