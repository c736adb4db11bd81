/** How the pretended server was set up; the words are those of dminit and dm.ini. */
export interface DmSetup {
  readonly charset: 0 | 1 | 2;
  readonly caseSensitive: 0 | 1;
  readonly pageBytes: number;
  readonly parameters: Readonly<Record<string, string>>;
}

export const goodSetup: DmSetup = {
  charset: 1, caseSensitive: 1, pageBytes: 32_768,
  parameters: { COMPATIBLE_MODE: '0', LENGTH_IN_CHAR: '0', ISOLATION_LEVEL: '1', DDL_AUTO_COMMIT: '1', BLANK_PAD_MODE: '0', MAX_SESSIONS: '100' },
};

/** Schema of what every DM account sees. */
export const systemSchema = 'SYS_DM';

const views = {
  TABLES: 'select tablename as "TABLE_NAME", schemaname as "OWNER" from pg_tables',
  TAB_COLUMNS: 'select table_name as "TABLE_NAME", column_name as "COLUMN_NAME", table_schema as "OWNER" from information_schema.columns',
  INDEXES: 'select tablename as "TABLE_NAME", indexname as "INDEX_NAME", schemaname as "OWNER", schemaname as "TABLE_OWNER" from pg_indexes',
} as const;

/** Catalogue views, DUAL and what facts are asked with, made of PostgreSQL's own. */
export function catalogueSql(): string {
  return [
    `create schema "${systemSchema}"`, `set search_path to "${systemSchema}"`,
    ...Object.entries(views).flatMap(([name, query]) => [
      `create view "ALL_${name}" as ${query}`, `create view "USER_${name}" as select * from "ALL_${name}" where "OWNER" = current_schema()`,
    ]),
    'create view "DUAL" as select \'X\' as "DUMMY"',
    'create view "V$VERSION" as select \'DM Database Server 64 V8\' as "BANNER"',
    'create table "V$PARAMETER" ("NAME" varchar, "VALUE" varchar)', 'create function lengthb(t text) returns int language sql as \'select octet_length(t)\'',
  ].join(';\n');
}

/** Schema of what every Oracle account sees and no DM account. */
export const oracleSchema = 'SYS_ORACLE';

export const oracleCatalogueSql = (): string => [
  `create schema "${oracleSchema}"`,
  `create view "${oracleSchema}"."V$VERSION" as select 'Oracle Database 19c Enterprise Edition Release 19.0.0.0.0 - Production' as "BANNER"`,
  `create view "${oracleSchema}"."NLS_DATABASE_PARAMETERS" as select 'NLS_CHARACTERSET' as "PARAMETER", 'AL32UTF8' as "VALUE"`,
  `create view "${oracleSchema}"."NLS_SESSION_PARAMETERS" as select 'NLS_COMP' as "PARAMETER", 'BINARY' as "VALUE"`,
  `create function "${oracleSchema}".sys_context(space text, name text) returns text language sql as 'select case name when ''DATABASE_ROLE'' then ''PRIMARY'' else current_schema()::text end'`,
].join(';\n');

/** The server as if it had been set up so. */
export function setupSql({ charset, caseSensitive, pageBytes, parameters }: DmSetup): string {
  return [
    `delete from "${systemSchema}"."V$PARAMETER"`,
    ...Object.entries(parameters).map(([name, value]) => `insert into "${systemSchema}"."V$PARAMETER" values ('${name}', '${value}')`),
    ...Object.entries({ sf_get_unicode_flag: charset, sf_get_case_sensitive_flag: caseSensitive, sf_get_page_size: pageBytes })
      .map(([name, value]) => `create or replace function "${systemSchema}".${name}() returns int language sql as 'select ${value}'`),
  ].join(';\n');
}
