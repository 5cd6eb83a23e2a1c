import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`portals\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`contact\` text,
  	\`active\` integer DEFAULT true,
  	\`key_hash\` text,
  	\`key_hint\` text,
  	\`key_made_at\` text,
  	\`last_used_at\` text,
  	\`created_by_id\` text(36),
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`created_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`portals_name_idx\` ON \`portals\` (\`name\`);`)
  await db.run(sql`CREATE INDEX \`portals_key_hash_idx\` ON \`portals\` (\`key_hash\`);`)
  await db.run(sql`CREATE INDEX \`portals_created_by_idx\` ON \`portals\` (\`created_by_id\`);`)
  await db.run(sql`CREATE INDEX \`portals_updated_at_idx\` ON \`portals\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`portals_created_at_idx\` ON \`portals\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`portals_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`licences_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`portals\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`licences_id\`) REFERENCES \`licences\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`portals_rels_order_idx\` ON \`portals_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`portals_rels_parent_idx\` ON \`portals_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`portals_rels_path_idx\` ON \`portals_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`portals_rels_licences_id_idx\` ON \`portals_rels\` (\`licences_id\`);`)
  await db.run(sql`CREATE TABLE \`acknowledgements\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`portal_id\` text(36) NOT NULL,
  	\`identifier\` text,
  	\`seq\` numeric NOT NULL,
  	\`at\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`portal_id\`) REFERENCES \`portals\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`acknowledgements_key_idx\` ON \`acknowledgements\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`acknowledgements_portal_idx\` ON \`acknowledgements\` (\`portal_id\`);`)
  await db.run(sql`CREATE INDEX \`acknowledgements_identifier_idx\` ON \`acknowledgements\` (\`identifier\`);`)
  await db.run(sql`CREATE INDEX \`acknowledgements_updated_at_idx\` ON \`acknowledgements\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`acknowledgements_created_at_idx\` ON \`acknowledgements\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`takedowns\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`reference\` text NOT NULL,
  	\`name\` text NOT NULL,
  	\`contact\` text NOT NULL,
  	\`capacity\` text NOT NULL,
  	\`grounds\` text NOT NULL,
  	\`statement\` text NOT NULL,
  	\`lang\` text,
  	\`received_at\` text NOT NULL,
  	\`status\` text NOT NULL,
  	\`outcome\` text,
  	\`clocks\` text NOT NULL,
  	\`rule_version\` text NOT NULL,
  	\`due_at\` text,
  	\`withdrawn_at\` text,
  	\`withdrawn_by_id\` text(36),
  	\`decided_at\` text,
  	\`decided_by_id\` text(36),
  	\`decision\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`withdrawn_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`decided_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`takedowns_reference_idx\` ON \`takedowns\` (\`reference\`);`)
  await db.run(sql`CREATE INDEX \`takedowns_received_at_idx\` ON \`takedowns\` (\`received_at\`);`)
  await db.run(sql`CREATE INDEX \`takedowns_status_idx\` ON \`takedowns\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`takedowns_due_at_idx\` ON \`takedowns\` (\`due_at\`);`)
  await db.run(sql`CREATE INDEX \`takedowns_withdrawn_by_idx\` ON \`takedowns\` (\`withdrawn_by_id\`);`)
  await db.run(sql`CREATE INDEX \`takedowns_decided_by_idx\` ON \`takedowns\` (\`decided_by_id\`);`)
  await db.run(sql`CREATE INDEX \`takedowns_updated_at_idx\` ON \`takedowns\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`takedowns_created_at_idx\` ON \`takedowns\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`takedowns_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`takedowns\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`takedowns_texts_order_parent\` ON \`takedowns_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`takedowns_texts_text_idx\` ON \`takedowns_texts\` (\`text\`);`)
  await db.run(sql`CREATE TABLE \`notices\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`user_id\` text(36) NOT NULL,
  	\`kind\` text NOT NULL,
  	\`material_id\` text(36),
  	\`takedown_id\` text(36),
  	\`data\` text,
  	\`at\` text NOT NULL,
  	\`read_at\` text,
  	\`mail\` text DEFAULT 'pending' NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`user_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`material_id\`) REFERENCES \`materials\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`takedown_id\`) REFERENCES \`takedowns\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`notices_user_idx\` ON \`notices\` (\`user_id\`);`)
  await db.run(sql`CREATE INDEX \`notices_material_idx\` ON \`notices\` (\`material_id\`);`)
  await db.run(sql`CREATE INDEX \`notices_takedown_idx\` ON \`notices\` (\`takedown_id\`);`)
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
  await db.run(sql`ALTER TABLE \`materials\` ADD \`supplied_as\` text;`)
  await db.run(sql`ALTER TABLE \`_materials_v\` ADD \`version_supplied_as\` text;`)
  await db.run(sql`ALTER TABLE \`rights_records\` ADD \`interview\` text;`)
  await db.run(sql`ALTER TABLE \`rights_records\` ADD \`decision_ground\` text;`)
  await db.run(sql`ALTER TABLE \`_rights_records_v\` ADD \`version_interview\` text;`)
  await db.run(sql`ALTER TABLE \`_rights_records_v\` ADD \`version_decision_ground\` text;`)
  await db.run(sql`ALTER TABLE \`departments\` ADD \`merged_into_id\` text(36) REFERENCES departments(id);`)
  await db.run(sql`CREATE INDEX \`departments_merged_into_idx\` ON \`departments\` (\`merged_into_id\`);`)
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
  await db.run(sql`DROP TABLE \`portals\`;`)
  await db.run(sql`DROP TABLE \`portals_rels\`;`)
  await db.run(sql`DROP TABLE \`acknowledgements\`;`)
  await db.run(sql`DROP TABLE \`takedowns\`;`)
  await db.run(sql`DROP TABLE \`takedowns_texts\`;`)
  await db.run(sql`DROP TABLE \`notices\`;`)
  await db.run(sql`DROP TABLE \`time_marks\`;`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_departments\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`code\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`parent_id\` text(36),
  	\`requires_endorsement\` integer DEFAULT false,
  	\`order\` numeric,
  	\`active\` integer DEFAULT true,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`departments\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_departments\`("id", "code", "kind", "parent_id", "requires_endorsement", "order", "active", "updated_at", "created_at") SELECT "id", "code", "kind", "parent_id", "requires_endorsement", "order", "active", "updated_at", "created_at" FROM \`departments\`;`)
  await db.run(sql`DROP TABLE \`departments\`;`)
  await db.run(sql`ALTER TABLE \`__new_departments\` RENAME TO \`departments\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE UNIQUE INDEX \`departments_code_idx\` ON \`departments\` (\`code\`);`)
  await db.run(sql`CREATE INDEX \`departments_parent_idx\` ON \`departments\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`departments_order_idx\` ON \`departments\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`departments_updated_at_idx\` ON \`departments\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`departments_created_at_idx\` ON \`departments\` (\`created_at\`);`)
  await db.run(sql`DROP INDEX \`publications_term_ends_idx\`;`)
  await db.run(sql`DROP INDEX \`publications_review_on_idx\`;`)
  await db.run(sql`DROP INDEX \`publications_dated_revision_idx\`;`)
  await db.run(sql`ALTER TABLE \`publications\` DROP COLUMN \`term_ends\`;`)
  await db.run(sql`ALTER TABLE \`publications\` DROP COLUMN \`term_of\`;`)
  await db.run(sql`ALTER TABLE \`publications\` DROP COLUMN \`review_on\`;`)
  await db.run(sql`ALTER TABLE \`publications\` DROP COLUMN \`dated_revision\`;`)
  await db.run(sql`ALTER TABLE \`materials\` DROP COLUMN \`supplied_as\`;`)
  await db.run(sql`ALTER TABLE \`_materials_v\` DROP COLUMN \`version_supplied_as\`;`)
  await db.run(sql`ALTER TABLE \`rights_records\` DROP COLUMN \`interview\`;`)
  await db.run(sql`ALTER TABLE \`rights_records\` DROP COLUMN \`decision_ground\`;`)
  await db.run(sql`ALTER TABLE \`_rights_records_v\` DROP COLUMN \`version_interview\`;`)
  await db.run(sql`ALTER TABLE \`_rights_records_v\` DROP COLUMN \`version_decision_ground\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`away_from\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`away_to\`;`)
}
