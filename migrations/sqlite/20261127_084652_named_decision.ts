import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`rights_records\` ADD \`decision_ground\` text;`)
  await db.run(sql`ALTER TABLE \`_rights_records_v\` ADD \`version_decision_ground\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`rights_records\` DROP COLUMN \`decision_ground\`;`)
  await db.run(sql`ALTER TABLE \`_rights_records_v\` DROP COLUMN \`version_decision_ground\`;`)
}
