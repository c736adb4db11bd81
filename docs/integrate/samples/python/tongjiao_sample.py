#!/usr/bin/env python3
"""通缴接入示例（RSA2 与 SM2）。只用标准库，签名与验签调用 openssl 命令（SM2 需要 OpenSSL 3）。

运行：python3 tongjiao_sample.py [RSA2|SM2] [credentials.json]
不带文件参数时读环境变量 TONGJIAO_CREDENTIALS，再默认 var/demo/credentials.json（npm start 后生成）。
环境变量 TONGJIAO_NOTIFY_URL 可指定后台通知地址；不填则使用商户在平台配置的地址。
"""
import base64
import json
import os
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from datetime import datetime, timedelta, timezone

CHINA = timezone(timedelta(hours=8))
# SM2 的用户标识默认值；openssl 不指定 distid 时使用空标识，与平台不一致
DIGEST_OPTIONS = {"RSA2": ["-sha256"], "SM2": ["-sm3", "-sigopt", "distid:1234567812345678"]}
MUST_BE_SIGNED = {"10000", "40004", "40301", "40302"}


class Refused(Exception):
    """平台拒绝：code、subCode 见 fields.md。20000 表示结果未知，应查询或原样重发。"""


def now():
    return datetime.now(CHINA).strftime("%Y%m%d%H%M%S")


def canonical_text(parameters):
    """待签名文本：除 sign 外的非空参数，按名称 ASCII 升序，k=v 以 & 连接。"""
    return "&".join(f"{name}={parameters[name]}" for name in sorted(parameters) if name != "sign" and parameters[name])


class Client:
    def __init__(self, gateway_url, developer, folder):
        self.gateway_url = gateway_url
        self.developer = developer
        self.options = DIGEST_OPTIONS[developer["algorithm"]]
        self.folder = folder
        self.private_key = self._file("private.pem", developer["privateKeyPem"].encode())
        self.platform_key = self._file("platform.pem", developer["platformPublicKeyPem"].encode())

    def _file(self, name, content):
        path = os.path.join(self.folder, name)
        with open(os.open(path, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "wb") as file:
            file.write(content)
        return path

    def sign(self, text):
        command = ["openssl", "dgst", *self.options, "-sign", self.private_key]
        signature = subprocess.run(command, input=text.encode("utf-8"), stdout=subprocess.PIPE, check=True).stdout
        return base64.b64encode(signature).decode("ascii")

    def verify(self, parameters):
        """验证应答或通知的平台签名。"""
        if not parameters.get("sign"):
            return False
        signature = self._file("signature.bin", base64.b64decode(parameters["sign"], validate=True))
        command = ["openssl", "dgst", *self.options, "-verify", self.platform_key, "-signature", signature]
        text = canonical_text(parameters).encode("utf-8")
        return subprocess.run(command, input=text, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0

    def call(self, method, data):
        """调用一个接口，返回已验签的业务数据。"""
        envelope = {
            "version": "1.0.0", "method": method, "timestamp": now(), "devId": self.developer["devId"],
            "data": base64.b64encode(json.dumps(data, ensure_ascii=False).encode("utf-8")).decode("ascii"),
        }
        envelope["sign"] = self.sign(canonical_text(envelope))
        request = urllib.request.Request(
            self.gateway_url, json.dumps(envelope).encode("utf-8"), {"Content-Type": "application/json; charset=utf-8"})
        try:
            with urllib.request.urlopen(request, timeout=10) as response:
                answer = json.loads(response.read().decode("utf-8"))
        except urllib.error.HTTPError as error:
            answer = json.loads(error.read().decode("utf-8"))
        verified = self.verify(answer)
        if not verified and answer["code"] in MUST_BE_SIGNED:
            raise RuntimeError("应答未通过验签")
        if answer["code"] != "10000":
            raise Refused(" ".join(filter(None, (answer.get(name) for name in ("code", "msg", "subCode", "subMsg")))))
        return json.loads(base64.b64decode(answer["data"]).decode("utf-8"))


def main():
    sys.stdout.reconfigure(encoding="utf-8")
    algorithm = sys.argv[1] if len(sys.argv) > 1 else "RSA2"
    path = sys.argv[2] if len(sys.argv) > 2 else os.environ.get("TONGJIAO_CREDENTIALS", "var/demo/credentials.json")
    with open(path, encoding="utf-8") as file:
        credentials = json.load(file)
    developer = next(one for one in credentials["developers"] if one["algorithm"] == algorithm)
    with tempfile.TemporaryDirectory() as folder:
        client = Client(credentials["gatewayUrl"], developer, folder)
        moment = now()
        order = {
            "merchantNo": developer["merchantNo"], "bizOrderNo": f"PY{time.time_ns()}", "orderDate": moment[:8], "orderTime": moment,
            "orderAmount": "8000",  # 分，字符串
            "orderTitle": "不动产登记费",
        }
        if os.environ.get("TONGJIAO_NOTIFY_URL"):
            order["notifyUrl"] = os.environ["TONGJIAO_NOTIFY_URL"]
        created = client.call("epay-trade-core.wap.order.create", order)
        print("下单成功 平台订单号", created["platformOrderNo"])
        print("收银台", created["cashierUrl"])
        found = client.call("epay-trade-core.order.query", {name: order[name] for name in ("merchantNo", "bizOrderNo", "orderDate")})
        print("查询成功 订单状态", found["orderState"])


if __name__ == "__main__":
    main()
