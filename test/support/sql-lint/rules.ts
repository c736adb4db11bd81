/** Names that one of the databases keeps for itself; quoting would save us, a DBA who writes without quotes would stumble. */
export const reserved: ReadonlySet<string> = new Set(`
  ACCESS ADD ALL ALTER AND ANY AS ASC AUDIT BETWEEN BY CHAR CHECK CLUSTER COLUMN COMMENT COMMIT COMPRESS CONNECT CONSTRAINT CONTAINS CREATE CROSS CURRENT CURSOR
  DATE DECIMAL DECLARE DEFAULT DELETE DESC DISTINCT DOMAIN DROP ELSE END EXCLUSIVE EXCEPT EXEC EXECUTE EXISTS FETCH FILE FLOAT FOR FOREIGN FROM FULL FUNCTION
  GRANT GROUP HAVING IDENTIFIED IDENTITY IF IMMEDIATE IN INCREMENT INDEX INITIAL INNER INSERT INTEGER INTERSECT INTERVAL INTO IS JOIN KEY LEFT LEVEL LIKE LIMIT LIST
  LOCK LOGIN LONG LOOP MAXEXTENTS MINUS MLSLABEL MODE MODIFY NATURAL NEW NEXT NOAUDIT NOCOMPRESS NOT NOWAIT NULL NUMBER OBJECT OF OFFLINE OFFSET OLD ON ONLINE OPTION
  OR ORDER OUT OUTER OVER PASSWORD PCTFREE PERCENT PLAN PRIMARY PRIOR PRIVILEGES PROCEDURE PUBLIC RAW REFERENCE REFERENCES RENAME RESOURCE RETURN REVOKE RIGHT ROLE
  ROLLBACK ROW ROWID ROWNUM ROWS SAVEPOINT SCHEMA SELECT SESSION SET SHARE SIZE SMALLINT SQL START STATISTICS SUCCESSFUL SYNONYM SYSDATE TABLE TABLESPACE THEN TIME
  TIMESTAMP TO TOP TRIGGER TRUNCATE TYPE UID UNION UNIQUE UPDATE USER USING VALIDATE VALUE VALUES VARCHAR VARCHAR2 VIEW WHEN WHENEVER WHERE WITH
`.trim().split(/\s+/));

/** Vendors' own views: their names are not ours to choose. */
export const vendorNames: ReadonlySet<string> = new Set([
  'DUAL', 'V$VERSION', 'V$PARAMETER', 'BANNER', 'NAME', 'VALUE', 'V', 'OWNER', 'TABLE_NAME', 'COLUMN_NAME', 'INDEX_NAME', 'TABLE_OWNER',
  ...['TABLES', 'TAB_COLUMNS', 'INDEXES'].flatMap((view) => [`USER_${view}`, `ALL_${view}`]),
]);

/** Longest name on the oldest Oracle that is asked for. */
export const mostNameBytes = 30;
/** Items of one IN (databases.md 4). */
export const mostInItems = 500;

export interface LintDialect {
  readonly name: 'dm' | 'oracle';
  readonly types: string;
  readonly page: string;
  readonly placeholder: RegExp;
  /** Statements that ask the server what it is: whole, because nothing like them is allowed elsewhere. */
  readonly questions: ReadonlySet<string>;
}

const list = (item: string): string => `${item}(?: , ${item})*`;
const comparison = '(?:=|<|>|<=|>=|<>|!=)';
// `N = P` is how knex writes a condition on an empty list.
const atom = `(?:I ${comparison} P|I in \\( ${list('P')} \\)|I is (?:not )?null|not I ${comparison} P|N = [NP])`;
const atLevel = (inner: string): string => `(?:${inner}|(?:not )?\\( ${inner}(?: (?:and|or) ${inner})* \\))`;
/** Conditions with brackets in brackets, as deep as paging by two keys needs. */
const condition = atLevel(atLevel(atom));
const where = `where ${condition}(?: (?:and|or) ${condition})*`;
const ordered = `order by ${list('I (?:asc|desc)')}`;

/** Every form a statement may have; nothing else is sent to DM or Oracle. */
export function formsOf({ types, page }: LintDialect): readonly RegExp[] {
  const column = `I ${types}(?: not null)?`;
  const selected = `(?:I|\\*|count \\( (?:\\*|distinct I) \\) as I|sum \\( I \\) as I|max \\( I \\) as I|min \\( I \\) as I)`;
  return [
    `select (?:distinct )?${list(selected)} from I(?: ${where})?(?: group by ${list('I')})?(?: ${ordered})?(?: ${page})?`,
    `select ${list('I')} from I ${where}(?: ${ordered})? for update`,
    `insert into I \\( ${list('I')} \\) values \\( ${list('P')} \\)`,
    // Both name their columns: the archive's copy of rows chosen by their numbers.
    `insert into I \\( ${list('I')} \\) select ${list('I')} from I where I in \\( ${list('P')} \\)`,
    `update I set ${list('I = (?:P|I [+-] P)')} ${where}`,
    `delete from I ${where}`,
    `create table I \\( ${list(column)} , primary key \\( ${list('I')} \\) \\)`,
    `create (?:unique )?index I on I \\( ${list('I')} \\)`,
    'drop index I',
    `alter table I add ${column}`,
  ].map((form) => new RegExp(`^${form}$`));
}

export const dmDialect: LintDialect = {
  name: 'dm', types: '(?:varchar \\( N \\)|clob|bigint|int|smallint)', page: 'limit P(?: offset P)?', placeholder: /^\?$/,
  questions: new Set([
    'select to_char ( systimestamp , T ) as I from I', 'select sf_get_unicode_flag ( ) as I from I', 'select sf_get_case_sensitive_flag ( ) as I from I',
    'select sf_get_page_size ( ) as I from I', 'select case when P = P then T else T end as I from I', 'select lengthb ( P ) as I from I',
    'select I as I from I where I = P', 'select I as I from I',
  ]),
};

export const oracleDialect: LintDialect = {
  name: 'oracle', types: '(?:varchar2 \\( N (?:byte|char) \\)|clob|number \\( N \\))', page: '(?:offset P rows )?fetch (?:first|next) P rows only', placeholder: /^:\d+$/,
  questions: new Set(),
};
