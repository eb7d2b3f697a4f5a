import { tokenEndpoint } from "livekit-claims/endpoint";
import { authorize, isRefusal } from "../../livekit/authorize.ts";
import { userOf } from "../../livekit/session.ts";
import { getLiveKit } from "../../server.ts";

let endpoint: ((request: Request) => Promise<Response>) | undefined;

export async function POST(request: Request): Promise<Response> {
  endpoint ??= tokenEndpoint({
    serverUrl: getLiveKit().serverUrl,
    token: getLiveKit().token,
    authorize(asked, { headers }) {
      const decision = authorize(asked, userOf(headers.get("authorization")));
      if (!isRefusal(decision)) return decision;
      return Response.json({ error: decision.error }, { status: decision.status });
    },
  });
  return endpoint(request);
}
