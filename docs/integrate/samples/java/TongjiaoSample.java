import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * 通缴接入示例（RSA2）。只用 JDK 17，不依赖任何第三方库：下单 → 验签 → 查询 → 验签。
 *
 * 运行：java -Dfile.encoding=UTF-8 TongjiaoSample.java [credentials.json]
 * 不带参数时读环境变量 TONGJIAO_CREDENTIALS，再默认 var/demo/credentials.json（npm start 后生成）。
 * 环境变量 TONGJIAO_NOTIFY_URL 可指定后台通知地址；不填则使用商户在平台配置的地址。
 */
public class TongjiaoSample {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String gatewayUrl;
    private final String devId;
    private final PrivateKey privateKey;
    private final PublicKey platformKey;

    TongjiaoSample(String gatewayUrl, Map<String, Object> developer) throws Exception {
        this.gatewayUrl = gatewayUrl;
        this.devId = text(developer, "devId");
        KeyFactory rsa = KeyFactory.getInstance("RSA");
        this.privateKey = rsa.generatePrivate(new PKCS8EncodedKeySpec(pem(text(developer, "privateKeyPem"))));
        this.platformKey = rsa.generatePublic(new X509EncodedKeySpec(pem(text(developer, "platformPublicKeyPem"))));
    }

    public static void main(String[] args) throws Exception {
        String path = args.length > 0 ? args[0] : System.getenv().getOrDefault("TONGJIAO_CREDENTIALS", "var/demo/credentials.json");
        Map<String, Object> credentials = object(new Json(Files.readString(Path.of(path))).read());
        Map<String, Object> developer = ((List<?>) credentials.get("developers")).stream().map(TongjiaoSample::object)
            .filter(one -> "RSA2".equals(one.get("algorithm"))).findFirst().orElseThrow(() -> new IllegalStateException("没有 RSA2 开发者"));
        TongjiaoSample client = new TongjiaoSample(text(credentials, "gatewayUrl"), developer);

        String now = now();
        Map<String, String> order = new LinkedHashMap<>();
        order.put("merchantNo", text(developer, "merchantNo"));
        order.put("bizOrderNo", "JAVA" + System.nanoTime());
        order.put("orderDate", now.substring(0, 8));
        order.put("orderTime", now);
        order.put("orderAmount", "8000"); // 分，字符串
        order.put("orderTitle", "不动产登记费");
        String notifyUrl = System.getenv("TONGJIAO_NOTIFY_URL");
        if (notifyUrl != null) order.put("notifyUrl", notifyUrl);
        Map<String, Object> created = client.call("epay-trade-core.wap.order.create", order);
        OUT.println("下单成功 平台订单号 " + created.get("platformOrderNo"));
        OUT.println("收银台 " + created.get("cashierUrl"));

        Map<String, String> query = new LinkedHashMap<>();
        for (String name : List.of("merchantNo", "bizOrderNo", "orderDate")) query.put(name, order.get(name));
        Map<String, Object> found = client.call("epay-trade-core.order.query", query);
        OUT.println("查询成功 订单状态 " + found.get("orderState"));
    }

    /** 调用一个接口：返回已验签的业务数据；平台拒绝或验签不过则抛出。超时不等于失败，应查询或原样重发。 */
    Map<String, Object> call(String method, Map<String, String> data) throws Exception {
        TreeMap<String, String> envelope = new TreeMap<>();
        envelope.put("version", "1.0.0");
        envelope.put("method", method);
        envelope.put("timestamp", now());
        envelope.put("devId", devId);
        envelope.put("data", Base64.getEncoder().encodeToString(json(data).getBytes(StandardCharsets.UTF_8)));
        envelope.put("sign", sign(canonicalText(envelope)));
        HttpRequest request = HttpRequest.newBuilder(URI.create(gatewayUrl)).timeout(Duration.ofSeconds(10))
            .header("Content-Type", "application/json; charset=utf-8").POST(HttpRequest.BodyPublishers.ofString(json(envelope))).build();
        String body = http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)).body();
        Map<String, Object> answer = object(new Json(body).read());
        String code = text(answer, "code");
        // 验签在前：成功和业务拒绝的应答必须有平台签名。通知（POST）的验签方法相同。
        boolean verified = verify(answer);
        if (!verified && List.of("10000", "40004", "40301", "40302").contains(code)) throw new SecurityException("应答未通过验签");
        if (!code.equals("10000")) throw new IllegalStateException(code + " " + answer.get("msg") + " " + answer.get("subCode") + " " + answer.get("subMsg"));
        return object(new Json(new String(Base64.getDecoder().decode(text(answer, "data")), StandardCharsets.UTF_8)).read());
    }

    /** 待签名文本：除 sign 外的非空参数，按名称 ASCII 升序，k=v 以 & 连接。 */
    static String canonicalText(Map<String, ?> parameters) {
        return new TreeMap<>(parameters).entrySet().stream()
            .filter(entry -> !entry.getKey().equals("sign") && entry.getValue() != null && !entry.getValue().toString().isEmpty())
            .map(entry -> entry.getKey() + "=" + entry.getValue()).collect(Collectors.joining("&"));
    }

    String sign(String text) throws Exception {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(privateKey);
        signature.update(text.getBytes(StandardCharsets.UTF_8)); // 固定 UTF-8，不要用系统默认字符集
        return Base64.getEncoder().encodeToString(signature.sign());
    }

    boolean verify(Map<String, Object> parameters) throws Exception {
        if (!(parameters.get("sign") instanceof String sign) || sign.isEmpty()) return false;
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(platformKey);
        signature.update(canonicalText(parameters).getBytes(StandardCharsets.UTF_8));
        return signature.verify(Base64.getDecoder().decode(sign));
    }

    static String now() { return ZonedDateTime.now(CHINA).format(DateTimeFormatter.ofPattern("yyyyMMddHHmmss")); }

    static byte[] pem(String text) { return Base64.getMimeDecoder().decode(text.replaceAll("-----[A-Z ]+-----", "")); }

    static String text(Map<String, Object> object, String name) {
        if (object.get(name) instanceof String value) return value;
        throw new IllegalStateException("缺少 " + name);
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(Object value) { return (Map<String, Object>) value; }

    static String json(Map<String, String> values) {
        return values.entrySet().stream().map(entry -> quote(entry.getKey()) + ":" + quote(entry.getValue())).collect(Collectors.joining(",", "{", "}"));
    }

    static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char character : text.toCharArray()) {
            if (character == '"' || character == '\\') quoted.append('\\').append(character);
            else if (character < 0x20) quoted.append(String.format("\\u%04x", (int) character));
            else quoted.append(character);
        }
        return quoted.append('"').toString();
    }

    /** 极简 JSON 读取，仅为示例不引入依赖；正式系统请使用成熟的 JSON 库。 */
    static final class Json {
        private final String text;
        private int at;

        Json(String text) { this.text = text; }

        Object read() {
            switch (peek()) {
                case '{': return members();
                case '[': return elements();
                case '"': return string();
                default: return word();
            }
        }

        private char peek() {
            while (Character.isWhitespace(text.charAt(at))) at++;
            return text.charAt(at);
        }

        private boolean take(char expected) {
            if (peek() != expected) return false;
            at++;
            return true;
        }

        private void need(char expected) {
            if (!take(expected)) throw new IllegalStateException("不是 JSON");
        }

        private Map<String, Object> members() {
            Map<String, Object> found = new LinkedHashMap<>();
            need('{');
            if (take('}')) return found;
            do {
                peek();
                String name = string();
                need(':');
                found.put(name, read());
            } while (take(','));
            need('}');
            return found;
        }

        private List<Object> elements() {
            List<Object> found = new ArrayList<>();
            need('[');
            if (take(']')) return found;
            do found.add(read()); while (take(','));
            need(']');
            return found;
        }

        private String string() {
            need('"');
            StringBuilder read = new StringBuilder();
            for (char character = text.charAt(at++); character != '"'; character = text.charAt(at++)) {
                if (character != '\\') { read.append(character); continue; }
                char escaped = text.charAt(at++);
                switch (escaped) {
                    case 'n': read.append('\n'); break;
                    case 't': read.append('\t'); break;
                    case 'r': read.append('\r'); break;
                    case 'b': read.append('\b'); break;
                    case 'f': read.append('\f'); break;
                    case 'u': read.append((char) Integer.parseInt(text.substring(at, at += 4), 16)); break;
                    default: read.append(escaped);
                }
            }
            return read.toString();
        }

        private String word() {
            int start = at;
            while (at < text.length() && ",]} \t\r\n".indexOf(text.charAt(at)) < 0) at++;
            return text.substring(start, at);
        }
    }
}
