import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`rights_records\` ADD \`interview\` text;`)
  await db.run(sql`ALTER TABLE \`_rights_records_v\` ADD \`version_interview\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`rights_records\` DROP COLUMN \`interview\`;`)
  await db.run(sql`ALTER TABLE \`_rights_records_v\` DROP COLUMN \`version_interview\`;`)
}
