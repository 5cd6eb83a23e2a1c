import type { PayloadRequest } from 'payload';
import type { Lang } from '../../i18n/translate';
import type { Person } from '../people';
import type { HomeView } from '../view-models';

export type Todo = HomeView['todo'][number];

/** Whose home page it is. */
export interface TodoReader {
  req: PayloadRequest;
  person: Person;
  lang: Lang;
}

/** The first of one kind of work, and how much of it there is. */
export interface Listed {
  todo: Todo[];
  total: number;
}

/** Of each kind so many are listed; the rest is counted. */
export const LISTED = 20;
