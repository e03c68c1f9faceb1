"""Whether a webhook comes from the server that knows the secret."""
from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import time
from typing import Mapping, Optional, Union

TOLERANCE = 300.0


def verify_signature(
    raw_body: Union[str, bytes],
    headers: Mapping[str, str],
    secret: str,
    *,
    tolerance: float = TOLERANCE,
    now: Optional[float] = None,
) -> bool:
    """Give the body exactly as it came: parsed and written anew, it is another.

    By the headers of Standard Webhooks (``webhook-id``, ``webhook-timestamp``, ``webhook-signature``), which also say when it
    was sent; by ``X-Atelier-Signature`` when what stands between has taken those away. ``tolerance`` is in seconds.
    """
    body = raw_body.encode("utf-8") if isinstance(raw_body, str) else raw_body
    found = {str(name).lower(): str(value) for name, value in headers.items()}
    message_id, timestamp, signature = (found.get(f"webhook-{part}") for part in ("id", "timestamp", "signature"))
    if message_id and timestamp and signature:
        return _is_standard(body, message_id, timestamp, signature, secret, tolerance, time.time() if now is None else now)
    own = found.get("x-atelier-signature")
    if not own or not secret:
        return False
    expected = hmac.new(secret.encode("utf-8"), body, hashlib.sha256).hexdigest()
    return _is_same(own, f"sha256={expected}")


def _is_standard(
    body: bytes, message_id: str, timestamp: str, signature: str, secret: str, tolerance: float, now: float
) -> bool:
    try:
        is_fresh = abs(now - float(timestamp)) <= tolerance
        key = base64.b64decode(secret[len("whsec_") :]) if secret.startswith("whsec_") else secret.encode("utf-8")
    except (ValueError, binascii.Error):
        return False
    content = f"{message_id}.{timestamp}.".encode("utf-8") + body
    expected = "v1," + base64.b64encode(hmac.new(key, content, hashlib.sha256).digest()).decode("ascii")
    return is_fresh and any(_is_same(one, expected) for one in signature.split())


def _is_same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode("utf-8"), other.encode("utf-8"))
