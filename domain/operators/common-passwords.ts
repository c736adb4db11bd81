/** Words of this product and its place: the first that somebody tries (AUTH-02). */
export const productWords: readonly string[] = ['tongjiao', 'sanming', 'feishui', 'caizheng', '通缴', '三明', '非税', '财政'];

/** What the letters of a password, or all of it, must not be. Digits and signs around them make none of these better. */
export const commonPasswords: ReadonlySet<string> = new Set([
  'password', 'passwd', 'passw', 'pass', 'admin', 'administrator', 'root', 'manager', 'operator', 'welcome', 'letmein', 'changeme', 'default', 'secret', 'login', 'user', 'guest', 'test',
  'testing', 'hello', 'iloveyou', 'woaini', 'wodemima', 'mima', 'qwerty', 'qwertyuiop', 'qwert', 'asdf', 'asdfgh', 'asdfghjkl', 'zxcvbn', 'zxcvbnm', 'qazwsx', 'qazwsxedc', 'qweasd',
  'qweasdzxc', 'abc', 'abcd', 'abcdef', 'abcdefgh', 'aaaa', 'aaaaaa', 'abcabc', 'dragon', 'monkey', 'master', 'shadow', 'sunshine', 'princess', 'football', 'baseball', 'superman', 'batman',
  'trustno', 'pay', 'payment', 'money', 'bank', 'alipay', 'unionpay', 'china', 'zhongguo', 'beijing', 'fujian', 'xiamen', 'system', 'server', 'oracle', 'mysql', 'huawei', 'huaweicloud',
  'company', 'service', 'support', 'summer', 'winter', 'spring', 'autumn', 'january', 'february', 'monday', 'sunday', 'happy', 'lucky', 'love', 'angel', 'baby', 'freedom', 'computer',
  'internet', 'windows', 'linux', 'github', 'google', 'baidu', 'tencent', 'weixin', 'wechat', 'qq', 'taobao', 'jingdong', 'security', 'secure', 'safe', 'key', 'token', 'temp', 'temporary',
]);
