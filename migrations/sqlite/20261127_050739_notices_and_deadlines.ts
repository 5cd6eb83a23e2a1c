import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`notices\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`user_id\` text(36) NOT NULL,
  	\`kind\` text NOT NULL,
  	\`material_id\` text(36) NOT NULL,
  	\`data\` text,
  	\`at\` text NOT NULL,
  	\`read_at\` text,
  	\`mail\` text DEFAULT 'pending' NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`user_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`material_id\`) REFERENCES \`materials\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`notices_user_idx\` ON \`notices\` (\`user_id\`);`)
  await db.run(sql`CREATE INDEX \`notices_material_idx\` ON \`notices\` (\`material_id\`);`)
  await db.run(sql`CREATE INDEX \`notices_mail_idx\` ON \`notices\` (\`mail\`);`)
  await db.run(sql`CREATE INDEX \`notices_updated_at_idx\` ON \`notices\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`notices_created_at_idx\` ON \`notices\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`user_at_idx\` ON \`notices\` (\`user_id\`,\`at\`);`)
  await db.run(sql`CREATE TABLE \`time_marks\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`at\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`time_marks_key_idx\` ON \`time_marks\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`time_marks_at_idx\` ON \`time_marks\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`time_marks_updated_at_idx\` ON \`time_marks\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`time_marks_created_at_idx\` ON \`time_marks\` (\`created_at\`);`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`away_from\` text;`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`away_to\` text;`)
  await db.run(sql`ALTER TABLE \`publications\` ADD \`term_ends\` text;`)
  await db.run(sql`ALTER TABLE \`publications\` ADD \`term_of\` text;`)
  await db.run(sql`ALTER TABLE \`publications\` ADD \`review_on\` text;`)
  await db.run(sql`ALTER TABLE \`publications\` ADD \`dated_revision\` numeric;`)
  await db.run(sql`CREATE INDEX \`publications_term_ends_idx\` ON \`publications\` (\`term_ends\`);`)
  await db.run(sql`CREATE INDEX \`publications_review_on_idx\` ON \`publications\` (\`review_on\`);`)
  await db.run(sql`CREATE INDEX \`publications_dated_revision_idx\` ON \`publications\` (\`dated_revision\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`notices\`;`)
  await db.run(sql`DROP TABLE \`time_marks\`;`)
  await db.run(sql`DROP INDEX \`publications_term_ends_idx\`;`)
  await db.run(sql`DROP INDEX \`publications_review_on_idx\`;`)
  await db.run(sql`DROP INDEX \`publications_dated_revision_idx\`;`)
  await db.run(sql`ALTER TABLE \`publications\` DROP COLUMN \`term_ends\`;`)
  await db.run(sql`ALTER TABLE \`publications\` DROP COLUMN \`term_of\`;`)
  await db.run(sql`ALTER TABLE \`publications\` DROP COLUMN \`review_on\`;`)
  await db.run(sql`ALTER TABLE \`publications\` DROP COLUMN \`dated_revision\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`away_from\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`away_to\`;`)
}
