"""Mints and verifies tokens with the Python SDK, for each line of JSON on standard input."""

import dataclasses
import datetime
import json
import sys
import time

from google.protobuf.json_format import ParseDict
from livekit.api import (
    AccessToken,
    AgentEndpointGrants,
    AgentGrants,
    AgentThreadGrants,
    InferenceGrants,
    ObservabilityGrants,
    SIPGrants,
    TokenVerifier,
    VideoGrants,
)
from livekit.api.access_token import camel_to_snake
from livekit.protocol.room import RoomConfiguration

SETTERS = {
    "sub": AccessToken.with_identity,
    "name": AccessToken.with_name,
    "kind": AccessToken.with_kind,
    "metadata": AccessToken.with_metadata,
    "attributes": AccessToken.with_attributes,
    "sha256": AccessToken.with_sha256,
    "roomPreset": AccessToken.with_room_preset,
}

GRANTS = {
    "video": (AccessToken.with_grants, VideoGrants),
    "sip": (AccessToken.with_sip_grants, SIPGrants),
    "agent": (AccessToken.with_agent_grants, AgentGrants),
    "agentEndpoint": (AccessToken.with_agent_endpoint_grants, AgentEndpointGrants),
    "agentThread": (AccessToken.with_agent_thread_grants, AgentThreadGrants),
    "inference": (AccessToken.with_inference_grants, InferenceGrants),
    "observability": (AccessToken.with_observability_grants, ObservabilityGrants),
}


def mint(key, secret, claims):
    token = AccessToken(key, secret)
    for name, value in claims.items():
        if name in SETTERS:
            SETTERS[name](token, value)
        elif name in GRANTS:
            setter, grants = GRANTS[name]
            fields = {field.name for field in dataclasses.fields(grants)}
            known = {camel_to_snake(member): value[member] for member in value}
            setter(token, grants(**{member: known[member] for member in fields & known.keys()}))
    if "exp" in claims:
        token.with_ttl(datetime.timedelta(seconds=claims["exp"] - time.time()))
    if claims.get("roomConfig") is not None:
        token.with_room_config(ParseDict(claims["roomConfig"], RoomConfiguration(), ignore_unknown_fields=True))
    held = token.claims.asdict() | {name: claims.get(name) for name in ("sub", "exp", "iss")}
    return {"ok": True, "token": token.to_jwt(), "skipped": list(skipped(claims, held))}


def skipped(given, held, at=""):
    """Returns the members that the SDK's types cannot hold, or leave out."""
    if isinstance(given, dict) and isinstance(held, dict):
        for name, value in given.items():
            if name in held:
                yield from skipped(value, held[name], f"{at}/{name}")
            else:
                yield f"{at}/{name}"
    elif isinstance(given, list) and isinstance(held, list):
        for index, (part, other) in enumerate(zip(given, held)):
            yield from skipped(part, other, f"{at}/{index}")


def verify(key, secret, token, body=None):
    claims = TokenVerifier(key, secret).verify(token).asdict()
    # asdict leaves out empty members.
    claims["sub"] = claims.pop("identity", "")
    return {"ok": True, "claims": claims}


def answer(op, **request):
    try:
        return {"mint": mint, "verify": verify}[op](**request)
    except Exception as error:
        return {"ok": False, "error": f"{type(error).__name__}: {error}"}


for line in sys.stdin.buffer:
    print(json.dumps(answer(**json.loads(line))), flush=True)
