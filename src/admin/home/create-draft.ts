import { request } from '../api/request';

/** A new working copy; the server makes its rights record with it. */
export async function createDraft(title: string, department: string): Promise<string> {
  const answer = await request<{ doc: { id: string } }>('/api/materials?locale=vi&depth=0', {
    method: 'POST',
    body: { title, department },
  });
  return answer.doc.id;
}

/** A first name that turned out to be that of another file. */
export async function nameDraft(id: string, title: string): Promise<void> {
  await request(`/api/materials/${id}?locale=vi&depth=0`, { method: 'PATCH', body: { title } });
}

/** A draft none of whose files was taken; it waits in the bin with the others that were thrown away. */
export async function discardDraft(id: string): Promise<void> {
  const body = { deletedAt: new Date().toISOString() };
  await request(`/api/materials/${id}?depth=0`, { method: 'PATCH', body });
}
