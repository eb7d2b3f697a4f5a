import { getLiveKit } from "../../server.ts";

export async function POST(request: Request): Promise<Response> {
  const bytes = await request.arrayBuffer();
  const { status, body } = await getLiveKit().webhooks.receive(bytes, request.headers.get("authorization"));
  return Response.json(body, { status });
}
