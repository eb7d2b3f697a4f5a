import type { components } from "./api.js";

type Claims = components["schemas"]["Claims"];

const claims: Claims = JSON.parse('{"exp":4102444800,"iss":"devkey","video":{"canPublish":false}}');
console.log("may publish:", claims.video?.canPublish ?? true, "- may subscribe:", claims.video?.canSubscribe ?? true);
