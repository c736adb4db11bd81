/**
 * Why a start refuses a server, for the DBA who reads the report: the sentences of `engine.facts()` and of a failed connection, in Chinese. A sentence
 * that is not here yet is shown as it is.
 */
const chinese: readonly (readonly [RegExp, string])[] = [
  [/^the clocks .* are (\d+) s apart/, '本机与数据库服务器的时钟相差 $1 秒：请使用同一时间源'],
  [/^the connection does not use utf8mb4/, '连接没有使用 utf8mb4，生僻字会丢失：请让服务器及中间代理接受 utf8mb4 连接'],
  [/^the database has the character set (\S+): ALTER DATABASE/, '库的字符集是 $1：请执行 ALTER DATABASE … CHARACTER SET utf8mb4'],
  [/^the database has the character set (.+): set it up anew/, '库的字符集是 $1：请以 CHARSET=1（UTF-8）重新初始化'],
  [/^the database has the character set (.+): use one with AL32UTF8/, '库的字符集是 $1：请使用 AL32UTF8 的库'],
  [/^the session (?:stays|is) at isolation (.+?):/, '会话的隔离级别停在 $1：请允许账号（及中间代理）设置 READ COMMITTED'],
  [/^the session is not strict/, '会话不是严格模式，值会被悄悄截断：请允许账号设置 sql_mode'],
  [/^the server is read-only/, '服务器是只读库或备库：地址请写主库'],
  [/^the server is a standby/, '服务器是备库：地址请写主库'],
  [/^innodb_flush_log_at_trx_commit is not 1/, 'innodb_flush_log_at_trx_commit 不是 1，断电会丢失已答复成功的缴款：请设为 1'],
  [/^max_allowed_packet is below (\d+)/, 'max_allowed_packet 小于 $1：请调大'],
  [/^the default storage engine has no transactions/, '默认存储引擎没有事务：请把 default_storage_engine 设为 InnoDB'],
  [/^the database is encoded in (\S+): create it anew/, '库的编码是 $1：请以 ENCODING \'UTF8\' 重新建库'],
  [/^the connection is not in UTF8/, '连接的编码不是 UTF8：请允许账号（及中间连接池）设置 client_encoding'],
  [/^synchronous_commit is off/, 'synchronous_commit 已关闭，断电会丢失已答复成功的缴款：请打开'],
  [/^fsync is off/, 'fsync 已关闭，断电会毁坏数据库：请打开'],
  [/^standard_conforming_strings is off/, 'standard_conforming_strings 已关闭：请打开'],
  [/^no schema of the search path exists/, '搜索路径中的模式不存在：请建立，或在地址中用 ?schema= 指明'],
  [/^a rare character does not arrive as it was sent/, '生僻字不能原样到达，缴款人姓名会丢字：请让服务器和驱动使用 UTF-8'],
  [/^the database does not tell upper from lower case/, '库不区分大小写（数据也是）：请以 CASE_SENSITIVE=1 重新初始化'],
  [/^the session does not tell upper from lower case/, '会话不区分数据的大小写：请把账号的 NLS_COMP、NLS_SORT 设为 BINARY'],
  [/^the page size is (.+?) KB/, '页大小是 $1 KB：请以 PAGE_SIZE=32 重新初始化，否则最长的订单放不下'],
  [/^the isolation level is (\S+):/, '隔离级别是 $1：请把 ISOLATION_LEVEL 设为 1（读提交）'],
  [/^Oracle (\S+) is too old/, 'Oracle $1 过旧：请使用 12.2 或更新版本'],
  [/^the server does not tell its time/, '服务器没有以可识别的形式给出时间：请人工比对时钟'],
  [/^the database file has the encoding (\S+);/, '数据库文件的编码是 $1；本产品建立的文件是 UTF-8'],
  [/^the database refuses the account or its password/, '数据库拒绝该账号或口令：请检查地址中的账号以及 TONGJIAO_DATABASE_PASSWORD 或 databasePasswordFile'],
  [/^the database server knows no database/, '服务器上没有这个库（或服务名）：请检查地址末尾，或请 DBA 建立'],
  [/^the database server does not let this account/, '服务器不允许该账号使用这个库：请 DBA 授权'],
  [/^the database server has no connection left/, '服务器的连接数已满：请调大上限'],
  [/^the database server does not answer: .*?( \(\w+\))?$/, '服务器没有应答：请检查地址、端口和中间的防火墙$1'],
  [/^the database server offers only a login method/, '服务器只提供驱动不支持的登录方式：请在 sys_hba.conf / pg_hba.conf 中给该账号 scram-sha-256（或 md5）；只支持 sm3 登录的账号不能使用'],
  [/^the TLS certificate of the database server/, '服务器的 TLS 证书不可信：请在地址中用 ca= 指明签发机构的证书，并使用证书上的主机名'],
  [/^the database server speaks no TLS/, '服务器没有启用 TLS：请启用，或去掉地址中的 tls=on'],
  [/^the database file is not an SQLite database/, '该文件不是 SQLite 数据库：请换一个文件'],
  [/^the database file cannot be opened/, '数据库文件打不开：请检查目录、属主和权限'],
  [/^the database file is read-only/, '运行账号对数据库文件只读：请改属主或权限'],
];

/** The sentence in Chinese, where we have one. */
export function inChinese(sentence: string): string {
  const [found] = chinese.flatMap(([pattern, words]) => {
    const match = pattern.exec(sentence);
    return match ? [words.replace(/\$(\d)/g, (_, index: string) => match[Number(index)] ?? '')] : [];
  });
  return found ?? sentence;
}
