import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import type { Credentials } from '../../domain/operators/credentials.js';
import { checkPassword, mayChangeAgain, type PasswordRefusal } from '../../domain/operators/password-rules.js';
import type { OperatorParts } from './operator-parts.js';

export type ChoiceRefusal = PasswordRefusal | 'used-before' | 'changed-lately';

/** The hash of a password that somebody may choose: by its rules, and none of the last ones (AUTH-02). */
export async function chosenHash({ passwords, passwordRules, clock }: Pick<OperatorParts, 'passwords' | 'passwordRules' | 'clock'>, account: string, credentials: Credentials, typed: string): Promise<Result<string, ChoiceRefusal>> {
  const { passwordChangedAt, mustChange, formerPasswords, password } = credentials;
  if (!mayChangeAgain(passwordChangedAt, mustChange || password === undefined, clock.now())) return refuse('changed-lately');
  const checked = checkPassword(typed, account, passwordRules);
  if (!checked.ok) return checked;
  for (const former of formerPasswords) if ((await passwords.verify(checked.value, former)).isRight) return refuse('used-before');
  return ok(await passwords.hash(checked.value));
}

/** What a person reads. */
export const choiceWords: Readonly<Record<ChoiceRefusal, string>> = {
  'too-short': '口令太短', 'too-long': '口令太长', 'too-plain': '口令须含大写字母、小写字母、数字、符号中的至少三种', 'too-common': '口令太常见，或含有平台、地名等容易猜到的词',
  'holds-account': '口令不能包含登录账号', 'control-characters': '口令含有不可见字符', 'used-before': '不能使用最近用过的口令', 'changed-lately': '口令修改后一天内不能再次修改',
};
