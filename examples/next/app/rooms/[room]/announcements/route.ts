import { canAdminRoom } from "livekit-claims/permissions";
import { guard } from "../../../../livekit/guard.ts";
import { getLiveKit } from "../../../../server.ts";

type Context = { readonly params: Promise<{ readonly room: string }> };

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { room } = await params;
  const guarded = await guard(getLiveKit().verifier, request.headers.get("authorization"), (claims) =>
    canAdminRoom(claims, room),
  );
  if ("error" in guarded) {
    return Response.json({ error: guarded.error }, { status: guarded.status, headers: guarded.headers });
  }
  return Response.json({ announcedBy: guarded.claims.sub });
}
