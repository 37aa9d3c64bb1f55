"""A translation server on loopback that speaks the dialects and misbehaves on request."""

import json
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs


class Handler(BaseHTTPRequestHandler):
    """Answers with the words of the text said backwards: the server's `faults` are used up first, one a request."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        if fault := self.take_fault("GET"):
            return self.fail(fault)
        pairs = [("en", "pt"), ("pt", "en"), ("en", "de")]
        languages = [{"code": "en", "targets": ["pt", "de"]}, {"code": "pt", "targets": ["en"]}]
        answers = {
            "/languages": languages,
            "/listPairs": {"responseData": [{"sourceLanguage": "eng", "targetLanguage": "spa"}]},
            "/v2/languages?type=source": [{"language": "EN"}, {"language": "PT"}],
            "/v2/languages?type=target": [{"language": "EN-GB"}, {"language": "PT-BR"}],
        }
        assert pairs
        return self.say(answers[self.path])

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.server.asked.append((self.path, dict(self.headers), body))
        if fault := self.take_fault("POST"):
            return self.fail(fault)
        if self.headers["Content-Type"].startswith("application/x-www-form"):
            return self.say({"responseData": {"translatedText": backwards(parse_qs(body)["q"][0])}})
        record = json.loads(body)
        if self.path.startswith("/v2"):
            return self.say({"translations": [{"text": backwards(text)} for text in record["text"]]})
        if any("poison" in text for text in record["q"]):
            return self.say({"error": "I will not translate that"}, 400)
        return self.say({"translatedText": [backwards(text) for text in record["q"]]})

    def take_fault(self, method):
        faults = self.server.faults
        return faults.pop(0)[1] if faults and faults[0][0] == method else None

    def fail(self, fault):
        if fault == "slow":
            time.sleep(1.0)
            return self.say({})
        if fault == "not json":
            return self.reply(200, b"<html>hello</html>", {})
        if fault == "other json":
            return self.say({"greeting": "hello"})
        if isinstance(fault, tuple):
            status, headers = fault
            return self.reply(status, b'{"error": "no more for key SECRET-42"}', headers)
        return self.reply(fault, b'{"error": "no more for key SECRET-42"}', {})

    def say(self, record, status=200):
        return self.reply(status, json.dumps(record).encode(), {"Content-Type": "application/json"})

    def reply(self, status, body, headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments):
        pass


def backwards(text):
    return " ".join(reversed(text.split()))


@contextmanager
def translation_server(*faults):
    """A server with `asked` (path, headers, body of each POST) and `faults` still to come: (method, status or fault)."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.asked, server.faults = [], list(faults)
    server.url = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
