import { tokenEndpoint } from "livekit-claims/endpoint";
import { authorize, isRefusal } from "../../livekit/authorize.ts";
import { userOf } from "../../livekit/session.ts";
import { getLiveKit } from "../../server.ts";

export const POST = tokenEndpoint({
  serverUrl: () => getLiveKit().serverUrl,
  token: () => getLiveKit().token,
  authorize(asked, { headers }) {
    const decision = authorize(asked, userOf(headers.get("authorization")));
    if (!isRefusal(decision)) return decision;
    return Response.json({ error: decision.error }, { status: decision.status });
  },
});
