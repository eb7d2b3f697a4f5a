import time

import jwt
from claims import Claims

API_KEY, API_SECRET = "devkey", "a secret of at least thirty-two characters"


def read(token: str) -> Claims:
    """Verifies a token, then decodes it."""
    payload = jwt.decode(
        token, API_SECRET, algorithms=["HS256"], issuer=API_KEY, leeway=60, options={"require": ["exp", "iss"]}
    )
    return Claims.model_validate(payload)


def describe(claims: Claims) -> str:
    """Says what the holder may do. A permission that is absent is granted, any other grant is not."""
    video = claims.video
    if video is None or not video.roomJoin:
        return "joins no room"
    can_publish, can_subscribe = video.canPublish is not False, video.canSubscribe is not False
    return f"{claims.sub} joins {video.room}, publish: {can_publish}, subscribe: {can_subscribe}"


bare = {"exp": int(time.time()) + 600, "iss": API_KEY}
join = {**bare, "sub": "alice", "video": {"roomJoin": True, "room": "stage", "canPublish": False}, "fromTheFuture": 1}
for payload in (bare, join):
    print(describe(read(jwt.encode(payload, API_SECRET, algorithm="HS256"))))

try:
    read(jwt.encode(join, "another secret of at least thirty-two", algorithm="HS256"))
except jwt.InvalidTokenError as error:
    print("refused:", error)

claims = Claims.model_validate({**join, "exp": 4102444800})
if claims.video is not None:
    claims.video.hidden = True
print(claims.model_dump_json(exclude_unset=True, indent=2))
