from claims import Claims

payload = """{
  "exp": 4102444800, "iss": "devkey", "sub": "alice",
  "video": { "roomJoin": true, "room": "stage", "canPublish": false },
  "fromTheFuture": 1
}"""

claims = Claims.model_validate_json(payload)
print(claims.sub, "joins", claims.video.room)
print("may publish:", claims.video.canPublish, "- may subscribe:", claims.video.canSubscribe)

claims.video.hidden = True
print(claims.model_dump_json(exclude_unset=True, indent=2))
