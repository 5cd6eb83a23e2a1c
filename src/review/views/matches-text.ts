import type { PayloadRequest, Where } from 'payload';
import { searchKey } from '../search-key';

const LONGEST = 200;

/** Departments whose name in either language holds these words; there are a hundred and some. */
async function departmentsNamed(req: PayloadRequest, key: string): Promise<string[]> {
  const found = await req.payload.find({
    collection: 'departments',
    locale: 'all',
    depth: 0,
    pagination: false,
    select: { name: true },
    overrideAccess: false,
    user: req.user,
  });
  return found.docs
    .filter(({ name }) =>
      Object.values(name as unknown as Record<string, string>).some((text) =>
        searchKey([text]).includes(key),
      ),
    )
    .map(({ id }) => id);
}

/**
 * Materials that a person means by what they typed, with marks or without: every word in the titles
 * of one language, the whole identifier, or the name of the department.
 */
export async function matchesText(req: PayloadRequest, q: string | undefined): Promise<Where> {
  const typed = q?.slice(0, LONGEST).trim().toLowerCase();
  if (!typed) return {};
  const key = searchKey([typed]);
  if (!key) return { id: { exists: false } };
  const departments = await departmentsNamed(req, key);
  return {
    or: [
      { searchKeyVi: { like: key } },
      { searchKeyEn: { like: key } },
      { identifier: { equals: typed } },
      ...(departments.length > 0 ? [{ department: { in: departments } }] : []),
    ],
  };
}
