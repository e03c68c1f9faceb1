"""Against a small server of this process; nothing else is started. ``python -m unittest`` in this folder."""
from __future__ import annotations

import base64
import hashlib
import hmac
import json
import os
import tempfile
import threading
import time
import unittest
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Callable, Dict, List, Tuple
from unittest import mock
from urllib.parse import parse_qs, urlsplit

from iafactory_video import (
    ApiConnectionError,
    JobFailedError,
    RateLimitError,
    VideoApiError,
    VideoClient,
    WaitTimeoutError,
    verify_signature,
)

ID = "550e8400-e29b-41d4-a716-446655440000"
Answer = Tuple[int, Dict[str, str], Any]


class Server:
    """Answers by a table; what stands in ``first`` comes before, once each: an answer, or ``cut``, or ``hang``."""

    def __init__(self) -> None:
        self.requests: List[Dict[str, Any]] = []
        self.routes: Dict[str, Callable[[Dict[str, Any]], Answer]] = {}
        self.first: List[Any] = []
        self.released = threading.Event()
        house = self

        class Handler(BaseHTTPRequestHandler):
            def answer(self) -> None:
                length = int(self.headers.get("content-length") or 0)
                parts = urlsplit(self.path)
                request = {
                    "method": self.command,
                    "path": parts.path[len("/api/v1") :],
                    "query": {name: values[0] for name, values in parse_qs(parts.query).items()},
                    "headers": {name.lower(): value for name, value in self.headers.items()},
                    "body": self.rfile.read(length),
                }
                house.requests.append(request)
                spoilt = house.first.pop(0) if house.first else None
                if spoilt == "hang":
                    house.released.wait(5)
                if spoilt in ("cut", "hang"):
                    self.close_connection = True
                    return
                route = house.routes.get(f"{self.command} {request['path']}", lambda _: (404, {}, {"error": {}}))
                status, headers, body = spoilt or route(request)
                content = body if isinstance(body, bytes) else json.dumps(body).encode()
                self.send_response(status)
                self.send_header("x-request-id", f"req-{len(house.requests)}")
                for name, value in {"content-type": "application/json", "content-length": str(len(content)), **headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(content)

            do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = answer

            def log_message(self, *_: Any) -> None:
                """Says nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_port}/api/v1"
        threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()

    def on(self, route: str, body: Any, status: int = 200, headers: Any = None) -> None:
        self.routes[route] = lambda _: (status, headers or {}, body)

    def close(self) -> None:
        self.released.set()
        self._server.shutdown()
        self._server.server_close()


class WithServer(unittest.TestCase):
    def setUp(self) -> None:
        self.server = Server()
        self.addCleanup(self.server.close)
        # Waiting is the one thing of these tests that takes time.
        patience = mock.patch("iafactory_video._http.FIRST_WAIT", 0.01)
        patience.start()
        self.addCleanup(patience.stop)

    def client(self, **options: Any) -> VideoClient:
        return VideoClient(**{"api_key": "atl_test", "base_url": self.server.url, "timeout": 5, **options})


class Requests(WithServer):
    def test_the_document(self) -> None:
        """V-133 V-134 V-135 V-136"""
        states = ["scripting", "completed"]
        self.server.on("POST /projects", {"id": ID, "title": "Ma Vidéo", "status": "draft"}, 201)
        self.server.on(f"POST /projects/{ID}/start", {"id": ID, "status": "scripting", "pipeline_id": "pipe-1"}, 202)
        self.server.routes[f"GET /projects/{ID}/status"] = lambda _: (200, {}, {"status": states.pop(0), "progress": 1})
        self.server.on(f"GET /projects/{ID}", {"id": ID, "status": "completed", "video_url": "https://x", "assets": [{"id": "img-1"}]})
        client = self.client(language="ar")
        project = client.projects.create(title="Ma Vidéo", prompt="Créer une vidéo sur l'IA...")
        self.assertEqual(client.projects.start(project.id, skip_steps=["music"]).pipeline_id, "pipe-1")
        result = client.projects.wait_for_completion(project.id, poll=0.001)
        self.assertEqual((result.video_url, result["assets"][0].id, "nothing" in result), ("https://x", "img-1", False))
        created, started = self.server.requests[:2]
        self.assertEqual(json.loads(created["body"]), {"title": "Ma Vidéo", "prompt": "Créer une vidéo sur l'IA..."})
        self.assertEqual(json.loads(started["body"]), {"pipeline_config": {"skip_steps": ["music"]}})
        self.assertEqual((created["headers"]["authorization"], created["headers"]["accept-language"]), ("Bearer atl_test", "ar"))

    def test_retries_share_one_key(self) -> None:
        self.server.on("POST /projects", {"id": ID}, 201)
        self.server.first = [(503, {}, {}), "cut", (429, {"retry-after": "0"}, {})]
        self.client().projects.create(title="a", prompt="b")
        self.client().projects.create(title="a", prompt="b", idempotency_key="mine")
        keys = [request["headers"]["idempotency-key"] for request in self.server.requests]
        self.assertEqual((len(keys), len(set(keys[:4])), keys[-1]), (5, 1, "mine"))

    def test_what_would_be_done_twice_is_not_tried_again(self) -> None:
        self.server.first = ["cut"]
        with self.assertRaises(ApiConnectionError) as caught:
            self.client().webhooks.create(url="https://example.com", events=["project.completed"])
        self.assertEqual((caught.exception.code, caught.exception.status, len(self.server.requests)), ("CONNECTION_FAILED", 0, 1))

    def test_refusals_name_their_fields(self) -> None:
        fields = [{"field": "title", "constraint": "required", "message": "Le champ est requis"}]
        details = {"field": "title", "constraint": "required", "fields": fields}
        self.server.on("POST /projects", {"error": {"code": "VALIDATION_ERROR", "message": "Requis", "details": details}}, 422)
        with self.assertRaises(VideoApiError) as caught:
            self.client().projects.create(title="", prompt="b")
        error = caught.exception
        self.assertEqual((error.status, error.code, error.message, error.details), (422, "VALIDATION_ERROR", "Requis", details))
        self.assertEqual((error.request_id, len(self.server.requests)), ("req-1", 1))
        self.assertEqual(str(error), "VALIDATION_ERROR: Requis (title: Le champ est requis)")

    def test_limits_say_how_long(self) -> None:
        self.server.on("GET /voices", b"<html>", 429, {"retry-after": "3600"})
        with self.assertRaises(RateLimitError) as caught:
            self.client().voices.list()
        self.assertEqual((caught.exception.retry_after, caught.exception.code, len(self.server.requests)), (3600, "HTTP_429", 1))

    def test_silence_and_nonsense(self) -> None:
        self.server.first = ["hang", "hang"]
        with self.assertRaises(ApiConnectionError) as caught:
            self.client(timeout=0.5, retries=1).voices.list()
        self.assertEqual(caught.exception.code, "TIMEOUT")
        # Whoever gave up may be heard a moment later.
        until = time.monotonic() + 10
        while len(self.server.requests) < 2 and time.monotonic() < until:
            time.sleep(0.01)
        self.assertEqual(len(self.server.requests), 2)
        self.server.on("GET /publish/connections", b"<html>")
        with self.assertRaises(VideoApiError) as nonsense:
            self.client().publish.connections()
        self.assertEqual(nonsense.exception.code, "UNREADABLE_ANSWER")

    def test_a_key_and_an_address_are_needed(self) -> None:
        with mock.patch.dict(os.environ, {"IAFACTORY_API_KEY": ""}):
            self.assertRaises(ValueError, VideoClient)
        self.assertRaises(ValueError, VideoClient, "a", base_url="localhost:8001")
        with mock.patch.dict(os.environ, {"IAFACTORY_API_KEY": "atl_env", "IAFACTORY_BASE_URL": self.server.url}):
            self.server.on("GET /voices", {"voices": [{"id": "thomas"}]})
            self.assertEqual(VideoClient().voices.list(language="fr")[0].id, "thomas")
        self.assertEqual(self.server.requests[0]["headers"]["authorization"], "Bearer atl_env")
        self.assertEqual(self.server.requests[0]["query"], {"language": "fr"})

    def test_pages(self) -> None:
        def page(request: Dict[str, Any]) -> Answer:
            number = int(request["query"].get("page", 1))
            return 200, {}, {"items": [{"id": f"n{number}"}], "total": 3, "page": number, "limit": 1, "pages": 3}

        self.server.routes["GET /projects"] = page
        found = self.client().projects.list(status="draft", limit=1)
        self.assertEqual(([project.id for project in found], len(found)), (["n1", "n2", "n3"], 3))
        self.assertTrue(all(request["query"]["status"] == "draft" for request in self.server.requests))


class Files(WithServer):
    def test_downloads(self) -> None:
        headers = {"content-type": "video/mp4", "content-disposition": "attachment; filename*=UTF-8''Ma%20Vid%C3%A9o.mp4"}
        self.server.on("GET /videos/video-1/download", b"film", 200, headers)
        with tempfile.TemporaryDirectory() as folder:
            file = self.client().videos.download("video-1")
            self.assertEqual((file.content_type, file.filename, file.bytes), ("video/mp4", "Ma Vidéo.mp4", 4))
            path = file.save(os.path.join(folder, "film.mp4"))
            with open(path, "rb") as saved:
                self.assertEqual(saved.read(), b"film")
            self.server.on("GET /videos/video-1/download", b"fi", 200, {**headers, "content-length": "4"})
            self.assertRaises(ApiConnectionError, self.client(timeout=0.2).videos.download("video-1").save, path)
            self.assertEqual(os.listdir(folder), ["film.mp4"])

    def test_the_key_stays_home(self) -> None:
        other = Server()
        self.addCleanup(other.close)
        other.on("GET /elsewhere", b"file", 200, {"content-type": "image/png"})
        self.server.on("GET /assets/img-1/download", b"", 302, {"location": f"{other.url}/elsewhere"})
        self.assertEqual(self.client().assets.download("img-1").read(), b"file")
        self.assertNotIn("authorization", other.requests[0]["headers"])

    def test_uploads(self) -> None:
        self.server.on("POST /assets/upload", {"id": "img-1", "type": "image", "status": "completed"}, 201)
        asset = self.client().assets.upload(project_id=ID, file=b"\x01\x02", filename='my "logo".png', type="image")
        request = self.server.requests[0]
        self.assertEqual(asset.id, "img-1")
        self.assertRegex(request["headers"]["content-type"], r"^multipart/form-data; boundary=")
        self.assertIn(b'filename="my _logo_.png"\r\nContent-Type: image/png\r\n\r\n\x01\x02\r\n', request["body"])
        self.assertLess(request["body"].index(ID.encode()), request["body"].index(b"logo"))
        self.assertRaises(ValueError, self.client().assets.upload, project_id=ID, file=b"x")


class Waiting(WithServer):
    def test_failures_and_impatience(self) -> None:
        fault = {"code": "NO_FFMPEG", "message": "ffmpeg manque"}
        self.server.on("GET /videos/render/r1/status", {"render_id": "r1", "status": "failed", "error": fault})
        with self.assertRaises(JobFailedError) as caught:
            self.client().videos.wait_for_render("r1")
        self.assertEqual((caught.exception.outcome, caught.exception.code, caught.exception.message), ("failed", *fault.values()))
        self.server.on("GET /videos/render/r2/status", {"render_id": "r2", "status": "queued"})
        self.assertRaises(WaitTimeoutError, self.client().videos.wait_for_render, "r2", poll=0.005, timeout=0.02)

    def test_progress(self) -> None:
        states = [
            {"project_id": ID, "status": "generating", "progress": 45, "current_step": {"name": "image_generation"}},
            {"project_id": ID, "status": "generating", "progress": 45, "current_step": {"name": "image_generation"}},
            {"project_id": ID, "status": "completed", "progress": 100, "current_step": None},
        ]
        self.server.routes[f"GET /projects/{ID}/status"] = lambda _: (200, {}, states.pop(0))
        seen: List[Any] = []
        watch = self.client().projects.on_progress(ID, seen.append, poll=0.001)
        last = watch.wait(10)
        self.assertEqual([(one.percentage, one.step, one.status) for one in seen], [(45, "image_generation", "generating"), (100, None, "completed")])
        self.assertEqual((last, watch.is_alive), (seen[-1], False))

    def test_progress_that_is_refused_or_left(self) -> None:
        watch = self.client().projects.on_progress("nobody", lambda _: None)
        with self.assertRaises(VideoApiError) as caught:
            watch.wait(10)
        self.assertEqual(caught.exception.status, 404)
        self.server.on(f"GET /projects/{ID}/status", {"project_id": ID, "status": "draft", "progress": 0, "current_step": None})
        left = self.client().projects.on_progress(ID, lambda _: left_event.set(), poll=0.001)
        self.assertTrue(left_event.wait(5))
        left.stop()
        left.wait(5)
        self.assertFalse(left.is_alive)


left_event = threading.Event()


class Signatures(unittest.TestCase):
    body = '{"event":"ping","timestamp":"2024-12-01T12:00:00Z","data":{"é":1},"signature":"sha256=x"}'
    key = b"a secret of some length"
    secret = "whsec_" + base64.b64encode(key).decode()

    def headers(self, at: str) -> Dict[str, str]:
        signed = hmac.new(self.key, f"msg_1.{at}.{self.body}".encode(), hashlib.sha256).digest()
        return {"Webhook-Id": "msg_1", "webhook-timestamp": at, "webhook-signature": f"v1,AAAA v1,{base64.b64encode(signed).decode()}"}

    def test_right_and_wrong(self) -> None:
        now = str(int(time.time()))
        old = str(int(time.time()) - 400)
        own = {"X-Atelier-Signature": "sha256=" + hmac.new(b"plain", self.body.encode(), hashlib.sha256).hexdigest()}
        self.assertTrue(verify_signature(self.body, self.headers(now), self.secret))
        self.assertTrue(verify_signature(self.body.encode(), own, "plain"))
        self.assertTrue(verify_signature(self.body, self.headers(old), self.secret, tolerance=1000))
        for text, headers, secret in (
            (self.body + " ", self.headers(now), self.secret),
            (self.body, self.headers(now), "whsec_AAAA"),
            (self.body, self.headers(now), "whsec_é"),
            (self.body, self.headers(old), self.secret),
            (self.body, {**self.headers(now), "webhook-timestamp": "soon"}, self.secret),
            (self.body, {}, self.secret),
            (self.body, own, "other"),
            (self.body, own, ""),
        ):
            self.assertFalse(verify_signature(text, headers, secret))

    def test_events_are_read(self) -> None:
        client = VideoClient(api_key="atl_test")
        event = client.webhooks.read(self.body, self.headers(str(int(time.time()))), self.secret)
        self.assertEqual((event.event, event.data["é"]), ("ping", 1))
        with self.assertRaises(VideoApiError) as caught:
            client.webhooks.read(self.body, {}, self.secret)
        self.assertEqual(caught.exception.code, "WRONG_SIGNATURE")


if __name__ == "__main__":
    unittest.main()
