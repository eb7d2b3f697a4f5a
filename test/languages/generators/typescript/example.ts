import type { Claims } from "./claims.js";

const payload = `{
  "exp": 4102444800, "iss": "devkey", "sub": "alice",
  "video": { "roomJoin": true, "room": "stage", "canPublish": false },
  "fromTheFuture": 1
}`;

const claims = JSON.parse(payload) as Claims;
console.log(claims.sub, "joins", claims.video?.room);
console.log("may publish:", claims.video?.canPublish ?? true, "- may subscribe:", claims.video?.canSubscribe ?? true);

const hidden: Claims = { ...claims, video: { ...claims.video, hidden: true } };
console.log(JSON.stringify(hidden, null, 2));
