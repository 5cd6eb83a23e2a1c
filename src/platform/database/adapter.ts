import path from 'node:path';
import type { DatabaseAdapterObj } from 'payload';
import { getEnv } from '../env';
import { mongodbDatabase } from './mongodb-adapter';
import { sqliteDatabase } from './sqlite-adapter';

/** The database adapter that `DATABASE_URL` names; its migrations in a folder of its own. */
export function databaseAdapter(migrations: string): DatabaseAdapterObj {
  const { database } = getEnv();
  return database.kind === 'mongodb'
    ? mongodbDatabase(database.url, path.join(migrations, 'mongodb'))
    : sqliteDatabase(database.file, path.join(migrations, 'sqlite'));
}
