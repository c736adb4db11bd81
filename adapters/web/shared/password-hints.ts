/** What can be said about a new password while it is typed; the server decides (AUTH-02), also about what no browser knows. */
export interface PasswordHint { readonly words: string; readonly holds: boolean }

const minLength = 12;
const maxLength = 128;
const classes: readonly RegExp[] = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u];
const classesWanted = 3;
const shortestName = 3;

export function passwordHints(typed: string, account: string): readonly PasswordHint[] {
  const password = typed.normalize('NFC');
  const length = Array.from(password).length;
  const plain = password.toLowerCase();
  const name = account.toLowerCase();
  const holdsName = name.length >= shortestName && [name, Array.from(name).reverse().join('')].some((one) => plain.includes(one));
  return [
    { words: `至少 ${minLength} 个字符`, holds: length >= minLength && length <= maxLength },
    { words: '大写字母、小写字母、数字、符号至少三种', holds: classes.filter((one) => one.test(password)).length >= classesWanted },
    { words: '不含登录账号（正写、倒写都不行）', holds: length > 0 && !holdsName },
  ];
}

/** What only the server can tell. */
export const unseenRules = '常见口令、含平台名称的口令和最近五次用过的口令不能使用；口令每 90 天须更换。';
