import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`materials_creators\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`name\` text,
  	\`role\` text DEFAULT 'author',
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`materials\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`materials_creators_order_idx\` ON \`materials_creators\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`materials_creators_parent_id_idx\` ON \`materials_creators\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`materials_items\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`file_id\` text(36) NOT NULL,
  	\`role\` text DEFAULT 'main',
  	FOREIGN KEY (\`file_id\`) REFERENCES \`files\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`materials\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`materials_items_order_idx\` ON \`materials_items\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`materials_items_parent_id_idx\` ON \`materials_items\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`materials_items_file_idx\` ON \`materials_items\` (\`file_id\`);`)
  await db.run(sql`CREATE TABLE \`materials_items_locales\` (
  	\`caption\` text,
  	\`alt_text\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`materials_items\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`materials_items_locales_locale_parent_id_unique\` ON \`materials_items_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`materials_intended_use\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`materials\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`materials_intended_use_order_idx\` ON \`materials_intended_use\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`materials_intended_use_parent_idx\` ON \`materials_intended_use\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`materials\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`department_id\` text(36) NOT NULL,
  	\`type_id\` text(36),
  	\`age_range\` text,
  	\`duration\` text,
  	\`publisher\` text,
  	\`place\` text,
  	\`issued\` text,
  	\`interactivity\` text,
  	\`embargo_until\` text,
  	\`declarations_no_state_secret\` integer DEFAULT false,
  	\`declarations_consents\` integer DEFAULT false,
  	\`identifier\` text,
  	\`state\` text DEFAULT 'draft' NOT NULL,
  	\`publication_status\` text DEFAULT 'none' NOT NULL,
  	\`search_key_vi\` text,
  	\`search_key_en\` text,
  	\`revision\` numeric DEFAULT 0,
  	\`holder_id\` text(36),
  	\`revised_by_id\` text(36),
  	\`submitted_by_id\` text(36),
  	\`submitted_at\` text,
  	\`step_since\` text,
  	\`scheduled_at\` text,
  	\`approval_id\` text(36),
  	\`created_by_id\` text(36),
  	\`last_edited_by_id\` text(36),
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`deleted_at\` text,
  	FOREIGN KEY (\`department_id\`) REFERENCES \`departments\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`type_id\`) REFERENCES \`terms\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`holder_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`revised_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`submitted_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`approval_id\`) REFERENCES \`reviews\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`created_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`last_edited_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`materials_department_idx\` ON \`materials\` (\`department_id\`);`)
  await db.run(sql`CREATE INDEX \`materials_type_idx\` ON \`materials\` (\`type_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`materials_identifier_idx\` ON \`materials\` (\`identifier\`);`)
  await db.run(sql`CREATE INDEX \`materials_state_idx\` ON \`materials\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`materials_publication_status_idx\` ON \`materials\` (\`publication_status\`);`)
  await db.run(sql`CREATE INDEX \`materials_holder_idx\` ON \`materials\` (\`holder_id\`);`)
  await db.run(sql`CREATE INDEX \`materials_revised_by_idx\` ON \`materials\` (\`revised_by_id\`);`)
  await db.run(sql`CREATE INDEX \`materials_submitted_by_idx\` ON \`materials\` (\`submitted_by_id\`);`)
  await db.run(sql`CREATE INDEX \`materials_submitted_at_idx\` ON \`materials\` (\`submitted_at\`);`)
  await db.run(sql`CREATE INDEX \`materials_step_since_idx\` ON \`materials\` (\`step_since\`);`)
  await db.run(sql`CREATE INDEX \`materials_scheduled_at_idx\` ON \`materials\` (\`scheduled_at\`);`)
  await db.run(sql`CREATE INDEX \`materials_approval_idx\` ON \`materials\` (\`approval_id\`);`)
  await db.run(sql`CREATE INDEX \`materials_created_by_idx\` ON \`materials\` (\`created_by_id\`);`)
  await db.run(sql`CREATE INDEX \`materials_last_edited_by_idx\` ON \`materials\` (\`last_edited_by_id\`);`)
  await db.run(sql`CREATE INDEX \`materials_updated_at_idx\` ON \`materials\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`materials_created_at_idx\` ON \`materials\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`materials_deleted_at_idx\` ON \`materials\` (\`deleted_at\`);`)
  await db.run(sql`CREATE TABLE \`materials_locales\` (
  	\`title\` text,
  	\`alternative_title\` text,
  	\`abstract\` text,
  	\`accessibility_summary\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`materials\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`materials_locales_locale_parent_id_unique\` ON \`materials_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`materials_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	\`locale\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`materials\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`materials_texts_order_parent\` ON \`materials_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`materials_texts_locale_parent\` ON \`materials_texts\` (\`locale\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`materials_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`terms_id\` text(36),
  	\`users_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`materials\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`terms_id\`) REFERENCES \`terms\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`materials_rels_order_idx\` ON \`materials_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`materials_rels_parent_idx\` ON \`materials_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`materials_rels_path_idx\` ON \`materials_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`materials_rels_terms_id_idx\` ON \`materials_rels\` (\`terms_id\`);`)
  await db.run(sql`CREATE INDEX \`materials_rels_users_id_idx\` ON \`materials_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE TABLE \`_materials_v_version_creators\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text,
  	\`role\` text DEFAULT 'author',
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_materials_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_materials_v_version_creators_order_idx\` ON \`_materials_v_version_creators\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_materials_v_version_creators_parent_id_idx\` ON \`_materials_v_version_creators\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_materials_v_version_items\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`file_id\` text(36) NOT NULL,
  	\`role\` text DEFAULT 'main',
  	\`_uuid\` text,
  	FOREIGN KEY (\`file_id\`) REFERENCES \`files\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_materials_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_materials_v_version_items_order_idx\` ON \`_materials_v_version_items\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_materials_v_version_items_parent_id_idx\` ON \`_materials_v_version_items\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_materials_v_version_items_file_idx\` ON \`_materials_v_version_items\` (\`file_id\`);`)
  await db.run(sql`CREATE TABLE \`_materials_v_version_items_locales\` (
  	\`caption\` text,
  	\`alt_text\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_materials_v_version_items\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`_materials_v_version_items_locales_locale_parent_id_unique\` ON \`_materials_v_version_items_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_materials_v_version_intended_use\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_materials_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_materials_v_version_intended_use_order_idx\` ON \`_materials_v_version_intended_use\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_materials_v_version_intended_use_parent_idx\` ON \`_materials_v_version_intended_use\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_materials_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_department_id\` text(36) NOT NULL,
  	\`version_type_id\` text(36),
  	\`version_age_range\` text,
  	\`version_duration\` text,
  	\`version_publisher\` text,
  	\`version_place\` text,
  	\`version_issued\` text,
  	\`version_interactivity\` text,
  	\`version_embargo_until\` text,
  	\`version_declarations_no_state_secret\` integer DEFAULT false,
  	\`version_declarations_consents\` integer DEFAULT false,
  	\`version_identifier\` text,
  	\`version_state\` text DEFAULT 'draft' NOT NULL,
  	\`version_publication_status\` text DEFAULT 'none' NOT NULL,
  	\`version_search_key_vi\` text,
  	\`version_search_key_en\` text,
  	\`version_revision\` numeric DEFAULT 0,
  	\`version_holder_id\` text(36),
  	\`version_revised_by_id\` text(36),
  	\`version_submitted_by_id\` text(36),
  	\`version_submitted_at\` text,
  	\`version_step_since\` text,
  	\`version_scheduled_at\` text,
  	\`version_approval_id\` text(36),
  	\`version_created_by_id\` text(36),
  	\`version_last_edited_by_id\` text(36),
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version_deleted_at\` text,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`materials\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_department_id\`) REFERENCES \`departments\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_type_id\`) REFERENCES \`terms\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_holder_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_revised_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_submitted_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_approval_id\`) REFERENCES \`reviews\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_created_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_last_edited_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_materials_v_parent_idx\` ON \`_materials_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_materials_v_version_version_department_idx\` ON \`_materials_v\` (\`version_department_id\`);`)
  await db.run(sql`CREATE INDEX \`_materials_v_version_version_type_idx\` ON \`_materials_v\` (\`version_type_id\`);`)
  await db.run(sql`CREATE INDEX \`_materials_v_version_version_identifier_idx\` ON \`_materials_v\` (\`version_identifier\`);`)
  await db.run(sql`CREATE INDEX \`_materials_v_version_version_state_idx\` ON \`_materials_v\` (\`version_state\`);`)
  await db.run(sql`CREATE INDEX \`_materials_v_version_version_publication_status_idx\` ON \`_materials_v\` (\`version_publication_status\`);`)
  await db.run(sql`CREATE INDEX \`_materials_v_version_version_holder_idx\` ON \`_materials_v\` (\`version_holder_id\`);`)
  await db.run(sql`CREATE INDEX \`_materials_v_version_version_revised_by_idx\` ON \`_materials_v\` (\`version_revised_by_id\`);`)
  await db.run(sql`CREATE INDEX \`_materials_v_version_version_submitted_by_idx\` ON \`_materials_v\` (\`version_submitted_by_id\`);`)
  await db.run(sql`CREATE INDEX \`_materials_v_version_version_submitted_at_idx\` ON \`_materials_v\` (\`version_submitted_at\`);`)
  await db.run(sql`CREATE INDEX \`_materials_v_version_version_step_since_idx\` ON \`_materials_v\` (\`version_step_since\`);`)
  await db.run(sql`CREATE INDEX \`_materials_v_version_version_scheduled_at_idx\` ON \`_materials_v\` (\`version_scheduled_at\`);`)
  await db.run(sql`CREATE INDEX \`_materials_v_version_version_approval_idx\` ON \`_materials_v\` (\`version_approval_id\`);`)
  await db.run(sql`CREATE INDEX \`_materials_v_version_version_created_by_idx\` ON \`_materials_v\` (\`version_created_by_id\`);`)
  await db.run(sql`CREATE INDEX \`_materials_v_version_version_last_edited_by_idx\` ON \`_materials_v\` (\`version_last_edited_by_id\`);`)
  await db.run(sql`CREATE INDEX \`_materials_v_version_version_updated_at_idx\` ON \`_materials_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_materials_v_version_version_created_at_idx\` ON \`_materials_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_materials_v_version_version_deleted_at_idx\` ON \`_materials_v\` (\`version_deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`_materials_v_created_at_idx\` ON \`_materials_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_materials_v_updated_at_idx\` ON \`_materials_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE TABLE \`_materials_v_locales\` (
  	\`version_title\` text,
  	\`version_alternative_title\` text,
  	\`version_abstract\` text,
  	\`version_accessibility_summary\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_materials_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`_materials_v_locales_locale_parent_id_unique\` ON \`_materials_v_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_materials_v_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	\`locale\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_materials_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_materials_v_texts_order_parent\` ON \`_materials_v_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_materials_v_texts_locale_parent\` ON \`_materials_v_texts\` (\`locale\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_materials_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`terms_id\` text(36),
  	\`users_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_materials_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`terms_id\`) REFERENCES \`terms\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_materials_v_rels_order_idx\` ON \`_materials_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_materials_v_rels_parent_idx\` ON \`_materials_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_materials_v_rels_path_idx\` ON \`_materials_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_materials_v_rels_terms_id_idx\` ON \`_materials_v_rels\` (\`terms_id\`);`)
  await db.run(sql`CREATE INDEX \`_materials_v_rels_users_id_idx\` ON \`_materials_v_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE TABLE \`files\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`public_id\` text NOT NULL,
  	\`name\` text NOT NULL,
  	\`extension\` text NOT NULL,
  	\`media_type\` text NOT NULL,
  	\`size\` numeric NOT NULL,
  	\`sha256\` text NOT NULL,
  	\`storage_key\` text NOT NULL,
  	\`verdict\` text NOT NULL,
  	\`pages\` numeric,
  	\`material_id\` text(36),
  	\`department_id\` text(36) NOT NULL,
  	\`uploaded_by_id\` text(36),
  	\`processing\` text DEFAULT 'pending' NOT NULL,
  	\`processing_note\` text,
  	\`duration\` numeric,
  	\`width\` numeric,
  	\`height\` numeric,
  	\`text_key\` text,
  	\`thumbnail_key\` text,
  	\`replaces_id\` text(36),
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`material_id\`) REFERENCES \`materials\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`department_id\`) REFERENCES \`departments\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`uploaded_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`replaces_id\`) REFERENCES \`files\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`files_public_id_idx\` ON \`files\` (\`public_id\`);`)
  await db.run(sql`CREATE INDEX \`files_sha256_idx\` ON \`files\` (\`sha256\`);`)
  await db.run(sql`CREATE INDEX \`files_material_idx\` ON \`files\` (\`material_id\`);`)
  await db.run(sql`CREATE INDEX \`files_department_idx\` ON \`files\` (\`department_id\`);`)
  await db.run(sql`CREATE INDEX \`files_uploaded_by_idx\` ON \`files\` (\`uploaded_by_id\`);`)
  await db.run(sql`CREATE INDEX \`files_replaces_idx\` ON \`files\` (\`replaces_id\`);`)
  await db.run(sql`CREATE INDEX \`files_updated_at_idx\` ON \`files\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`files_created_at_idx\` ON \`files\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`rights_records_authors\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`name\` text,
  	\`pen_name\` text,
  	\`born\` numeric,
  	\`died\` numeric,
  	\`living\` integer,
  	\`nationality\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`rights_records\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`rights_records_authors_order_idx\` ON \`rights_records_authors\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`rights_records_authors_parent_id_idx\` ON \`rights_records_authors\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`rights_records_evidence\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`document_id\` text(36),
  	\`kind\` text,
  	\`number\` text,
  	\`date\` text,
  	\`issuer\` text,
  	FOREIGN KEY (\`document_id\`) REFERENCES \`evidence\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`rights_records\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`rights_records_evidence_order_idx\` ON \`rights_records_evidence\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`rights_records_evidence_parent_id_idx\` ON \`rights_records_evidence\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`rights_records_evidence_document_idx\` ON \`rights_records_evidence\` (\`document_id\`);`)
  await db.run(sql`CREATE TABLE \`rights_records_scope\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`rights_records\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`rights_records_scope_order_idx\` ON \`rights_records_scope\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`rights_records_scope_parent_idx\` ON \`rights_records_scope\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`rights_records\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`material_id\` text(36) NOT NULL,
  	\`component\` text,
  	\`work_type\` text,
  	\`title\` text,
  	\`anonymous\` integer DEFAULT false,
  	\`fixed_year\` numeric,
  	\`published\` text,
  	\`first_published_year\` numeric,
  	\`country\` text,
  	\`owner_kind\` text,
  	\`owner_name\` text,
  	\`owner_address\` text,
  	\`basis\` text,
  	\`territory\` text,
  	\`term_from\` text,
  	\`term_to\` text,
  	\`exclusive\` integer,
  	\`sublicence\` integer,
  	\`remuneration\` text,
  	\`conditions\` text,
  	\`licence_id\` text(36),
  	\`portrait_consent\` text,
  	\`ai_use\` text,
  	\`ai_tool\` text,
  	\`ai_human_contribution\` text,
  	\`tdm_reserved\` integer DEFAULT false,
  	\`next_review\` text,
  	\`decided_by_id\` text(36),
  	\`decided_at\` text,
  	\`last_edited_by_id\` text(36),
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`material_id\`) REFERENCES \`materials\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`licence_id\`) REFERENCES \`licences\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`decided_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`last_edited_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`rights_records_material_idx\` ON \`rights_records\` (\`material_id\`);`)
  await db.run(sql`CREATE INDEX \`rights_records_licence_idx\` ON \`rights_records\` (\`licence_id\`);`)
  await db.run(sql`CREATE INDEX \`rights_records_decided_by_idx\` ON \`rights_records\` (\`decided_by_id\`);`)
  await db.run(sql`CREATE INDEX \`rights_records_last_edited_by_idx\` ON \`rights_records\` (\`last_edited_by_id\`);`)
  await db.run(sql`CREATE INDEX \`rights_records_updated_at_idx\` ON \`rights_records\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`rights_records_created_at_idx\` ON \`rights_records\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`rights_records_locales\` (
  	\`credit_line\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`rights_records\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`rights_records_locales_locale_parent_id_unique\` ON \`rights_records_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`rights_records_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`users_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`rights_records\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`rights_records_rels_order_idx\` ON \`rights_records_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`rights_records_rels_parent_idx\` ON \`rights_records_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`rights_records_rels_path_idx\` ON \`rights_records_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`rights_records_rels_users_id_idx\` ON \`rights_records_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE TABLE \`_rights_records_v_version_authors\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text,
  	\`pen_name\` text,
  	\`born\` numeric,
  	\`died\` numeric,
  	\`living\` integer,
  	\`nationality\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_rights_records_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_rights_records_v_version_authors_order_idx\` ON \`_rights_records_v_version_authors\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_rights_records_v_version_authors_parent_id_idx\` ON \`_rights_records_v_version_authors\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_rights_records_v_version_evidence\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`document_id\` text(36),
  	\`kind\` text,
  	\`number\` text,
  	\`date\` text,
  	\`issuer\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`document_id\`) REFERENCES \`evidence\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_rights_records_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_rights_records_v_version_evidence_order_idx\` ON \`_rights_records_v_version_evidence\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_rights_records_v_version_evidence_parent_id_idx\` ON \`_rights_records_v_version_evidence\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_rights_records_v_version_evidence_document_idx\` ON \`_rights_records_v_version_evidence\` (\`document_id\`);`)
  await db.run(sql`CREATE TABLE \`_rights_records_v_version_scope\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_rights_records_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_rights_records_v_version_scope_order_idx\` ON \`_rights_records_v_version_scope\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_rights_records_v_version_scope_parent_idx\` ON \`_rights_records_v_version_scope\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_rights_records_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_material_id\` text(36) NOT NULL,
  	\`version_component\` text,
  	\`version_work_type\` text,
  	\`version_title\` text,
  	\`version_anonymous\` integer DEFAULT false,
  	\`version_fixed_year\` numeric,
  	\`version_published\` text,
  	\`version_first_published_year\` numeric,
  	\`version_country\` text,
  	\`version_owner_kind\` text,
  	\`version_owner_name\` text,
  	\`version_owner_address\` text,
  	\`version_basis\` text,
  	\`version_territory\` text,
  	\`version_term_from\` text,
  	\`version_term_to\` text,
  	\`version_exclusive\` integer,
  	\`version_sublicence\` integer,
  	\`version_remuneration\` text,
  	\`version_conditions\` text,
  	\`version_licence_id\` text(36),
  	\`version_portrait_consent\` text,
  	\`version_ai_use\` text,
  	\`version_ai_tool\` text,
  	\`version_ai_human_contribution\` text,
  	\`version_tdm_reserved\` integer DEFAULT false,
  	\`version_next_review\` text,
  	\`version_decided_by_id\` text(36),
  	\`version_decided_at\` text,
  	\`version_last_edited_by_id\` text(36),
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`rights_records\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_material_id\`) REFERENCES \`materials\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_licence_id\`) REFERENCES \`licences\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_decided_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_last_edited_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_rights_records_v_parent_idx\` ON \`_rights_records_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_rights_records_v_version_version_material_idx\` ON \`_rights_records_v\` (\`version_material_id\`);`)
  await db.run(sql`CREATE INDEX \`_rights_records_v_version_version_licence_idx\` ON \`_rights_records_v\` (\`version_licence_id\`);`)
  await db.run(sql`CREATE INDEX \`_rights_records_v_version_version_decided_by_idx\` ON \`_rights_records_v\` (\`version_decided_by_id\`);`)
  await db.run(sql`CREATE INDEX \`_rights_records_v_version_version_last_edited_by_idx\` ON \`_rights_records_v\` (\`version_last_edited_by_id\`);`)
  await db.run(sql`CREATE INDEX \`_rights_records_v_version_version_updated_at_idx\` ON \`_rights_records_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_rights_records_v_version_version_created_at_idx\` ON \`_rights_records_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_rights_records_v_created_at_idx\` ON \`_rights_records_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_rights_records_v_updated_at_idx\` ON \`_rights_records_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE TABLE \`_rights_records_v_locales\` (
  	\`version_credit_line\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_rights_records_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`_rights_records_v_locales_locale_parent_id_unique\` ON \`_rights_records_v_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_rights_records_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`users_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_rights_records_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_rights_records_v_rels_order_idx\` ON \`_rights_records_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_rights_records_v_rels_parent_idx\` ON \`_rights_records_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_rights_records_v_rels_path_idx\` ON \`_rights_records_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_rights_records_v_rels_users_id_idx\` ON \`_rights_records_v_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE TABLE \`evidence\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`extension\` text NOT NULL,
  	\`media_type\` text NOT NULL,
  	\`size\` numeric NOT NULL,
  	\`sha256\` text NOT NULL,
  	\`storage_key\` text NOT NULL,
  	\`verdict\` text NOT NULL,
  	\`pages\` numeric,
  	\`material_id\` text(36),
  	\`department_id\` text(36) NOT NULL,
  	\`uploaded_by_id\` text(36),
  	\`rights_id\` text(36) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`material_id\`) REFERENCES \`materials\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`department_id\`) REFERENCES \`departments\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`uploaded_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`rights_id\`) REFERENCES \`rights_records\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`evidence_sha256_idx\` ON \`evidence\` (\`sha256\`);`)
  await db.run(sql`CREATE INDEX \`evidence_material_idx\` ON \`evidence\` (\`material_id\`);`)
  await db.run(sql`CREATE INDEX \`evidence_department_idx\` ON \`evidence\` (\`department_id\`);`)
  await db.run(sql`CREATE INDEX \`evidence_uploaded_by_idx\` ON \`evidence\` (\`uploaded_by_id\`);`)
  await db.run(sql`CREATE INDEX \`evidence_rights_idx\` ON \`evidence\` (\`rights_id\`);`)
  await db.run(sql`CREATE INDEX \`evidence_updated_at_idx\` ON \`evidence\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`evidence_created_at_idx\` ON \`evidence\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`reviews_reasons\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`reviews\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`reviews_reasons_order_idx\` ON \`reviews_reasons\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`reviews_reasons_parent_idx\` ON \`reviews_reasons\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`reviews\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`material_id\` text(36) NOT NULL,
  	\`action\` text NOT NULL,
  	\`from_state\` text,
  	\`to_state\` text,
  	\`actor_id\` text(36),
  	\`comment\` text,
  	\`at\` text NOT NULL,
  	\`content_hash\` text,
  	\`content\` text,
  	\`revision\` numeric,
  	\`revoked\` integer DEFAULT false,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`material_id\`) REFERENCES \`materials\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`actor_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`reviews_material_idx\` ON \`reviews\` (\`material_id\`);`)
  await db.run(sql`CREATE INDEX \`reviews_actor_idx\` ON \`reviews\` (\`actor_id\`);`)
  await db.run(sql`CREATE INDEX \`reviews_at_idx\` ON \`reviews\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`reviews_updated_at_idx\` ON \`reviews\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`reviews_created_at_idx\` ON \`reviews\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`departments\` (
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
  await db.run(sql`CREATE UNIQUE INDEX \`departments_code_idx\` ON \`departments\` (\`code\`);`)
  await db.run(sql`CREATE INDEX \`departments_parent_idx\` ON \`departments\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`departments_order_idx\` ON \`departments\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`departments_updated_at_idx\` ON \`departments\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`departments_created_at_idx\` ON \`departments\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`departments_locales\` (
  	\`name\` text NOT NULL,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`departments\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`departments_locales_locale_parent_id_unique\` ON \`departments_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`users_sessions\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`created_at\` text,
  	\`expires_at\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`users_sessions_order_idx\` ON \`users_sessions\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`users_sessions_parent_id_idx\` ON \`users_sessions\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`users\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`role\` text DEFAULT 'contributor' NOT NULL,
  	\`active\` integer DEFAULT true,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`email\` text NOT NULL,
  	\`reset_password_token\` text,
  	\`reset_password_expiration\` text,
  	\`salt\` text,
  	\`hash\` text,
  	\`reset_password_requested_at\` text,
  	\`login_attempts\` numeric DEFAULT 0,
  	\`lock_until\` text
  );
  `)
  await db.run(sql`CREATE INDEX \`users_updated_at_idx\` ON \`users\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`users_created_at_idx\` ON \`users\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`users_email_idx\` ON \`users\` (\`email\`);`)
  await db.run(sql`CREATE TABLE \`users_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`departments_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`departments_id\`) REFERENCES \`departments\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`users_rels_order_idx\` ON \`users_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`users_rels_parent_idx\` ON \`users_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`users_rels_path_idx\` ON \`users_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`users_rels_departments_id_idx\` ON \`users_rels\` (\`departments_id\`);`)
  await db.run(sql`CREATE TABLE \`licences_permits\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`licences\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`licences_permits_order_idx\` ON \`licences_permits\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`licences_permits_parent_idx\` ON \`licences_permits\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`licences_conditions\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`licences\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`licences_conditions_order_idx\` ON \`licences_conditions\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`licences_conditions_parent_idx\` ON \`licences_conditions\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`licences\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`code\` text NOT NULL,
  	\`version\` numeric DEFAULT 1 NOT NULL,
  	\`kind\` text NOT NULL,
  	\`url\` text,
  	\`reserved_for_portals\` integer DEFAULT false,
  	\`order\` numeric,
  	\`active\` integer DEFAULT true,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`licences_code_idx\` ON \`licences\` (\`code\`);`)
  await db.run(sql`CREATE INDEX \`licences_order_idx\` ON \`licences\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`licences_updated_at_idx\` ON \`licences\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`licences_created_at_idx\` ON \`licences\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`code_version_idx\` ON \`licences\` (\`code\`,\`version\`);`)
  await db.run(sql`CREATE TABLE \`licences_locales\` (
  	\`label\` text NOT NULL,
  	\`summary\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`licences\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`licences_locales_locale_parent_id_unique\` ON \`licences_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`terms\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`scheme\` text NOT NULL,
  	\`code\` text NOT NULL,
  	\`broader_id\` text(36),
  	\`uri\` text,
  	\`valid_from\` text,
  	\`valid_to\` text,
  	\`order\` numeric,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`broader_id\`) REFERENCES \`terms\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`terms_code_idx\` ON \`terms\` (\`code\`);`)
  await db.run(sql`CREATE INDEX \`terms_broader_idx\` ON \`terms\` (\`broader_id\`);`)
  await db.run(sql`CREATE INDEX \`terms_order_idx\` ON \`terms\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`terms_updated_at_idx\` ON \`terms\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`terms_created_at_idx\` ON \`terms\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`scheme_code_idx\` ON \`terms\` (\`scheme\`,\`code\`);`)
  await db.run(sql`CREATE TABLE \`terms_locales\` (
  	\`label\` text NOT NULL,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`terms\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`terms_locales_locale_parent_id_unique\` ON \`terms_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`terms_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`terms\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`terms_texts_order_parent\` ON \`terms_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`audit_events\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`seq\` numeric,
  	\`at\` text NOT NULL,
  	\`action\` text NOT NULL,
  	\`actor\` text,
  	\`actor_name\` text,
  	\`subject\` text NOT NULL,
  	\`detail\` text,
  	\`hash\` text,
  	\`previous_hash\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`audit_events_seq_idx\` ON \`audit_events\` (\`seq\`);`)
  await db.run(sql`CREATE INDEX \`audit_events_at_idx\` ON \`audit_events\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`audit_events_action_idx\` ON \`audit_events\` (\`action\`);`)
  await db.run(sql`CREATE INDEX \`audit_events_subject_idx\` ON \`audit_events\` (\`subject\`);`)
  await db.run(sql`CREATE INDEX \`audit_events_updated_at_idx\` ON \`audit_events\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`audit_events_created_at_idx\` ON \`audit_events\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`publications\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`identifier\` text NOT NULL,
  	\`material_id\` text(36) NOT NULL,
  	\`status\` text NOT NULL,
  	\`access\` text NOT NULL,
  	\`revision\` numeric NOT NULL,
  	\`snapshot\` text NOT NULL,
  	\`etag\` text NOT NULL,
  	\`title\` text NOT NULL,
  	\`published_at\` text NOT NULL,
  	\`modified_at\` text NOT NULL,
  	\`withdrawn_at\` text,
  	\`withdraw_reason\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`material_id\`) REFERENCES \`materials\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`publications_identifier_idx\` ON \`publications\` (\`identifier\`);`)
  await db.run(sql`CREATE INDEX \`publications_material_idx\` ON \`publications\` (\`material_id\`);`)
  await db.run(sql`CREATE INDEX \`publications_title_idx\` ON \`publications\` (\`title\`);`)
  await db.run(sql`CREATE INDEX \`publications_published_at_idx\` ON \`publications\` (\`published_at\`);`)
  await db.run(sql`CREATE INDEX \`publications_modified_at_idx\` ON \`publications\` (\`modified_at\`);`)
  await db.run(sql`CREATE INDEX \`publications_updated_at_idx\` ON \`publications\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`publications_created_at_idx\` ON \`publications\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`status_access_modifiedAt_idx\` ON \`publications\` (\`status\`,\`access\`,\`modified_at\`);`)
  await db.run(sql`CREATE TABLE \`publications_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`publications\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`publications_texts_order_parent\` ON \`publications_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`publications_texts_text_idx\` ON \`publications_texts\` (\`text\`);`)
  await db.run(sql`CREATE TABLE \`publication_revisions\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`publication_id\` text(36) NOT NULL,
  	\`identifier\` text NOT NULL,
  	\`revision\` numeric NOT NULL,
  	\`snapshot\` text NOT NULL,
  	\`content_hash\` text NOT NULL,
  	\`approval_id\` text(36) NOT NULL,
  	\`published_at\` text NOT NULL,
  	\`published_by_id\` text(36),
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`publication_id\`) REFERENCES \`publications\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`approval_id\`) REFERENCES \`reviews\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`published_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`publication_revisions_publication_idx\` ON \`publication_revisions\` (\`publication_id\`);`)
  await db.run(sql`CREATE INDEX \`publication_revisions_approval_idx\` ON \`publication_revisions\` (\`approval_id\`);`)
  await db.run(sql`CREATE INDEX \`publication_revisions_published_by_idx\` ON \`publication_revisions\` (\`published_by_id\`);`)
  await db.run(sql`CREATE INDEX \`publication_revisions_updated_at_idx\` ON \`publication_revisions\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`publication_revisions_created_at_idx\` ON \`publication_revisions\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`identifier_revision_idx\` ON \`publication_revisions\` (\`identifier\`,\`revision\`);`)
  await db.run(sql`CREATE TABLE \`changes\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`seq\` numeric NOT NULL,
  	\`type\` text NOT NULL,
  	\`identifier\` text NOT NULL,
  	\`revision\` numeric NOT NULL,
  	\`at\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`changes_seq_idx\` ON \`changes\` (\`seq\`);`)
  await db.run(sql`CREATE INDEX \`changes_identifier_idx\` ON \`changes\` (\`identifier\`);`)
  await db.run(sql`CREATE INDEX \`changes_updated_at_idx\` ON \`changes\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`changes_created_at_idx\` ON \`changes\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`counters\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`value\` numeric DEFAULT 0 NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`counters_name_idx\` ON \`counters\` (\`name\`);`)
  await db.run(sql`CREATE INDEX \`counters_updated_at_idx\` ON \`counters\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`counters_created_at_idx\` ON \`counters\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`inbox\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`kind\` text NOT NULL,
  	\`body\` text NOT NULL,
  	\`received_at\` text NOT NULL,
  	\`processed_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`inbox_kind_idx\` ON \`inbox\` (\`kind\`);`)
  await db.run(sql`CREATE INDEX \`inbox_processed_at_idx\` ON \`inbox\` (\`processed_at\`);`)
  await db.run(sql`CREATE INDEX \`inbox_updated_at_idx\` ON \`inbox\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`inbox_created_at_idx\` ON \`inbox\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`outbox\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`topic\` text NOT NULL,
  	\`key\` text NOT NULL,
  	\`data\` text NOT NULL,
  	\`status\` text DEFAULT 'pending' NOT NULL,
  	\`attempts\` numeric DEFAULT 0 NOT NULL,
  	\`available_at\` text NOT NULL,
  	\`lease_until\` text,
  	\`leased_by\` text,
  	\`done_at\` text,
  	\`last_error\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`outbox_topic_idx\` ON \`outbox\` (\`topic\`);`)
  await db.run(sql`CREATE INDEX \`outbox_key_idx\` ON \`outbox\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`outbox_done_at_idx\` ON \`outbox\` (\`done_at\`);`)
  await db.run(sql`CREATE INDEX \`outbox_updated_at_idx\` ON \`outbox\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`outbox_created_at_idx\` ON \`outbox\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`status_availableAt_idx\` ON \`outbox\` (\`status\`,\`available_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_kv\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`data\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`payload_kv_key_idx\` ON \`payload_kv\` (\`key\`);`)
  await db.run(sql`CREATE TABLE \`payload_preferences\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text,
  	\`value\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_preferences_key_idx\` ON \`payload_preferences\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_updated_at_idx\` ON \`payload_preferences\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_created_at_idx\` ON \`payload_preferences\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_preferences_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`users_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_preferences\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_order_idx\` ON \`payload_preferences_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_parent_idx\` ON \`payload_preferences_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_path_idx\` ON \`payload_preferences_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_users_id_idx\` ON \`payload_preferences_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE TABLE \`payload_migrations\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text,
  	\`batch\` numeric,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_migrations_updated_at_idx\` ON \`payload_migrations\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_migrations_created_at_idx\` ON \`payload_migrations\` (\`created_at\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`materials_creators\`;`)
  await db.run(sql`DROP TABLE \`materials_items\`;`)
  await db.run(sql`DROP TABLE \`materials_items_locales\`;`)
  await db.run(sql`DROP TABLE \`materials_intended_use\`;`)
  await db.run(sql`DROP TABLE \`materials\`;`)
  await db.run(sql`DROP TABLE \`materials_locales\`;`)
  await db.run(sql`DROP TABLE \`materials_texts\`;`)
  await db.run(sql`DROP TABLE \`materials_rels\`;`)
  await db.run(sql`DROP TABLE \`_materials_v_version_creators\`;`)
  await db.run(sql`DROP TABLE \`_materials_v_version_items\`;`)
  await db.run(sql`DROP TABLE \`_materials_v_version_items_locales\`;`)
  await db.run(sql`DROP TABLE \`_materials_v_version_intended_use\`;`)
  await db.run(sql`DROP TABLE \`_materials_v\`;`)
  await db.run(sql`DROP TABLE \`_materials_v_locales\`;`)
  await db.run(sql`DROP TABLE \`_materials_v_texts\`;`)
  await db.run(sql`DROP TABLE \`_materials_v_rels\`;`)
  await db.run(sql`DROP TABLE \`files\`;`)
  await db.run(sql`DROP TABLE \`rights_records_authors\`;`)
  await db.run(sql`DROP TABLE \`rights_records_evidence\`;`)
  await db.run(sql`DROP TABLE \`rights_records_scope\`;`)
  await db.run(sql`DROP TABLE \`rights_records\`;`)
  await db.run(sql`DROP TABLE \`rights_records_locales\`;`)
  await db.run(sql`DROP TABLE \`rights_records_rels\`;`)
  await db.run(sql`DROP TABLE \`_rights_records_v_version_authors\`;`)
  await db.run(sql`DROP TABLE \`_rights_records_v_version_evidence\`;`)
  await db.run(sql`DROP TABLE \`_rights_records_v_version_scope\`;`)
  await db.run(sql`DROP TABLE \`_rights_records_v\`;`)
  await db.run(sql`DROP TABLE \`_rights_records_v_locales\`;`)
  await db.run(sql`DROP TABLE \`_rights_records_v_rels\`;`)
  await db.run(sql`DROP TABLE \`evidence\`;`)
  await db.run(sql`DROP TABLE \`reviews_reasons\`;`)
  await db.run(sql`DROP TABLE \`reviews\`;`)
  await db.run(sql`DROP TABLE \`departments\`;`)
  await db.run(sql`DROP TABLE \`departments_locales\`;`)
  await db.run(sql`DROP TABLE \`users_sessions\`;`)
  await db.run(sql`DROP TABLE \`users\`;`)
  await db.run(sql`DROP TABLE \`users_rels\`;`)
  await db.run(sql`DROP TABLE \`licences_permits\`;`)
  await db.run(sql`DROP TABLE \`licences_conditions\`;`)
  await db.run(sql`DROP TABLE \`licences\`;`)
  await db.run(sql`DROP TABLE \`licences_locales\`;`)
  await db.run(sql`DROP TABLE \`terms\`;`)
  await db.run(sql`DROP TABLE \`terms_locales\`;`)
  await db.run(sql`DROP TABLE \`terms_texts\`;`)
  await db.run(sql`DROP TABLE \`audit_events\`;`)
  await db.run(sql`DROP TABLE \`publications\`;`)
  await db.run(sql`DROP TABLE \`publications_texts\`;`)
  await db.run(sql`DROP TABLE \`publication_revisions\`;`)
  await db.run(sql`DROP TABLE \`changes\`;`)
  await db.run(sql`DROP TABLE \`counters\`;`)
  await db.run(sql`DROP TABLE \`inbox\`;`)
  await db.run(sql`DROP TABLE \`outbox\`;`)
  await db.run(sql`DROP TABLE \`payload_kv\`;`)
  await db.run(sql`DROP TABLE \`payload_preferences\`;`)
  await db.run(sql`DROP TABLE \`payload_preferences_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_migrations\`;`)
}
