/** How to sign a request in one language: from the private key and the text to the value of `sign`. */
export interface SigningSample { readonly language: string; readonly needs: string; readonly code: string }

const java = `// 待签名文本：sign 以外的非空参数，按名称升序，名=值 以 & 连接
static String textToSign(Map<String, String> parameters) {
    return new TreeMap<>(parameters).entrySet().stream()
        .filter(e -> !e.getKey().equals("sign") && !e.getValue().isEmpty())
        .map(e -> e.getKey() + "=" + e.getValue()).collect(Collectors.joining("&"));
}

// RSA2，只用 JDK；pkcs8 为私钥 PEM 去掉首尾行以后的 Base64
static String signRsa2(String pkcs8, String text) throws Exception {
    PrivateKey key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pkcs8)));
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(key);
    signature.update(text.getBytes(StandardCharsets.UTF_8));
    return Base64.getEncoder().encodeToString(signature.sign());
}

// SM2，Bouncy Castle（bcprov-jdk18on）；默认用户标识 1234567812345678，输出 DER
static String signSm2(String pkcs8, String text) throws Exception {
    Provider bc = new BouncyCastleProvider();
    PrivateKey key = KeyFactory.getInstance("EC", bc).generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pkcs8)));
    Signature signature = Signature.getInstance("SM3withSM2", bc);
    signature.initSign(key);
    signature.update(text.getBytes(StandardCharsets.UTF_8));
    return Base64.getEncoder().encodeToString(signature.sign());
}`;

const csharp = `// 待签名文本：按名称的 ASCII 升序（Ordinal），不要用默认的语言排序
static string TextToSign(IDictionary<string, string> parameters) => string.Join("&", parameters
    .Where(p => p.Key != "sign" && p.Value.Length > 0)
    .OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}={p.Value}"));

// RSA2，.NET 6 以上
static string SignRsa2(string privateKeyPem, string text)
{
    using var rsa = RSA.Create();
    rsa.ImportFromPem(privateKeyPem);
    return Convert.ToBase64String(rsa.SignData(Encoding.UTF8.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
}

// SM2，BouncyCastle.Cryptography；输出 DER
static string SignSm2(string privateKeyPem, string text)
{
    var key = (ECPrivateKeyParameters)new PemReader(new StringReader(privateKeyPem)).ReadObject();
    var signer = new SM2Signer();
    signer.Init(true, new ParametersWithID(key, Encoding.ASCII.GetBytes("1234567812345678")));
    var bytes = Encoding.UTF8.GetBytes(text);
    signer.BlockUpdate(bytes, 0, bytes.Length);
    return Convert.ToBase64String(signer.GenerateSignature());
}`;

const python = `import base64, subprocess

def text_to_sign(parameters):
    return "&".join(f"{name}={parameters[name]}" for name in sorted(parameters) if name != "sign" and parameters[name])

# 调用 openssl 3；SM2 必须指定 distid，否则用户标识为空
OPTIONS = {"RSA2": ["-sha256"], "SM2": ["-sm3", "-sigopt", "distid:1234567812345678"]}

def sign(algorithm, private_key_file, text):
    command = ["openssl", "dgst", *OPTIONS[algorithm], "-sign", private_key_file]
    return base64.b64encode(subprocess.run(command, input=text.encode("utf-8"), stdout=subprocess.PIPE, check=True).stdout).decode()`;

const php = `function textToSign(array $parameters): string {
    unset($parameters['sign']);
    $parameters = array_filter($parameters, fn ($value) => $value !== '');
    ksort($parameters, SORT_STRING);
    // 不要用 http_build_query：它会做 URL 编码
    return implode('&', array_map(fn ($name) => "$name={$parameters[$name]}", array_keys($parameters)));
}

// RSA2
function signRsa2(string $privateKeyPem, string $text): string {
    openssl_sign($text, $signature, $privateKeyPem, OPENSSL_ALGO_SHA256);
    return base64_encode($signature);
}

// SM2：调用 openssl 3 的命令行
function signSm2(string $privateKeyFile, string $text): string {
    $command = ['openssl', 'dgst', '-sm3', '-sigopt', 'distid:1234567812345678', '-sign', $privateKeyFile];
    $process = proc_open($command, [['pipe', 'r'], ['pipe', 'w']], $pipes);
    fwrite($pipes[0], $text);
    fclose($pipes[0]);
    $signature = stream_get_contents($pipes[1]);
    proc_close($process);
    return base64_encode($signature);
}`;

const node = `const { createHash, createPrivateKey, createPublicKey, createSign, sign } = require('node:crypto');

const textToSign = (parameters) => Object.keys(parameters).filter((name) => name !== 'sign' && parameters[name] !== '')
  .sort().map((name) => \`\${name}=\${parameters[name]}\`).join('&');

// RSA2
const signRsa2 = (privateKeyPem, text) => sign('sha256', Buffer.from(text, 'utf8'), privateKeyPem).toString('base64');

// SM2：Node 不能指定用户标识，先自己算 Z，再与文本一起签名；输出 DER
function signSm2(privateKeyPem, text, userId = '1234567812345678') {
  const key = createPrivateKey(privateKeyPem);
  const point = createPublicKey(key).export({ type: 'spki', format: 'der' }).subarray(-64);
  const curve = Buffer.from('fffffffeffffffffffffffffffffffffffffffff00000000fffffffffffffffc28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93'
    + '32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7bc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0', 'hex');
  const id = Buffer.from(userId, 'utf8');
  const z = createHash('sm3').update(Buffer.from([id.length * 8 >> 8, id.length * 8 & 255])).update(id).update(curve).update(point).digest();
  return createSign('sm3').update(z).update(text, 'utf8').sign(key).toString('base64');
}`;

const go = `func textToSign(parameters map[string]string) string {
	names := []string{}
	for name, value := range parameters {
		if name != "sign" && value != "" {
			names = append(names, name)
		}
	}
	sort.Strings(names)
	pairs := make([]string, len(names))
	for i, name := range names {
		pairs[i] = name + "=" + parameters[name]
	}
	return strings.Join(pairs, "&")
}

// RSA2，标准库；key 由 x509.ParsePKCS8PrivateKey 得到
func signRsa2(key *rsa.PrivateKey, text string) (string, error) {
	digest := sha256.Sum256([]byte(text))
	signature, err := rsa.SignPKCS1v15(rand.Reader, key, crypto.SHA256, digest[:])
	return base64.StdEncoding.EncodeToString(signature), err
}

// SM2，github.com/emmansun/gmsm/sm2；DefaultSM2SignerOpts 会计算 Z 和 SM3，传入原文；输出 DER
func signSm2(key *sm2.PrivateKey, text string) (string, error) {
	signature, err := key.Sign(rand.Reader, []byte(text), sm2.DefaultSM2SignerOpts)
	return base64.StdEncoding.EncodeToString(signature), err
}`;

/** Shown at the signature workbench, beside the sample that is to be signed. */
export const signingSamples: readonly SigningSample[] = [
  { language: 'Java', needs: 'RSA2 只用 JDK；SM2 用 Bouncy Castle', code: java }, { language: 'C#', needs: 'RSA2 用 .NET 6 以上；SM2 用 BouncyCastle.Cryptography', code: csharp },
  { language: 'Python', needs: '标准库和 openssl 3 命令', code: python }, { language: 'PHP', needs: 'openssl 扩展；SM2 用 openssl 3 命令', code: php },
  { language: 'Node', needs: '标准库', code: node }, { language: 'Go', needs: 'RSA2 用标准库；SM2 用 emmansun/gmsm', code: go },
];
