import { describe, expect, it, vi } from "vitest";
import { type Authorization, type TokenEndpointOptions, tokenEndpoint } from "../../../src/endpoint.js";
import { AccessToken, type Claims, TokenVerifier } from "../../../src/index.js";

const [KEY, SECRET] = ["APIkey", "a-secret-of-the-token-endpoint-test"];
const token = AccessToken.withApiKey(KEY, SECRET).withTtl("15m");
const URL_OF_SERVER = "wss://example.livekit.cloud";
const ALICE: Authorization = { identity: "alice", room: "stage" };

const handler = (options: Partial<TokenEndpointOptions> = {}) =>
  tokenEndpoint({ serverUrl: URL_OF_SERVER, token, authorize: () => ALICE, onError: () => {}, ...options });

function post(body: string | ReadableStream, headers: Record<string, string> = {}, method = "POST"): Request {
  return new Request("http://localhost/token", {
    method,
    headers: { "Content-Type": "application/json", ...headers },
    ...(method === "POST" ? { body, duplex: "half" } : {}),
  } as RequestInit);
}

// biome-ignore lint/suspicious/noExplicitAny: each test names what it reads.
async function bodyOf(response: Response): Promise<any> {
  return response.json();
}

async function claimsOf(response: Response): Promise<Claims> {
  expect(response.status).toBe(201);
  const { participant_token } = await bodyOf(response);
  return TokenVerifier.withApiKey(KEY, SECRET).verify(participant_token);
}

describe("tokenEndpoint", () => {
  it("answers 201 with the server's address and a token, which no cache may keep", async () => {
    const response = await handler()(post("{}"));
    expect(response.status).toBe(201);
    expect(response.headers.get("content-type")).toBe("application/json");
    expect(response.headers.get("cache-control")).toBe("no-store");
    const body = await bodyOf(response);
    expect(Object.keys(body)).toEqual(["server_url", "participant_token"]);
    expect(body.server_url).toBe(URL_OF_SERVER);
  });

  it("grants what authorize returns, and joining", async () => {
    const authorize = (): Authorization => ({
      ...{ ...ALICE, name: "Alice", metadata: "m", attributes: { seat: "4" } },
      ...{ grants: { canPublish: false, hidden: true }, roomConfig: { emptyTimeout: 30 } },
    });
    expect(await claimsOf(await handler({ authorize })(post("{}")))).toMatchObject({
      ...{ sub: "alice", name: "Alice", metadata: "m", attributes: { seat: "4" }, roomConfig: { emptyTimeout: 30 } },
      video: { room: "stage", roomJoin: true, canPublish: false, hidden: true },
    });
  });

  it("grants nothing of what the client asks for", async () => {
    const asked = {
      ...{ room_name: "vault", participant_identity: "root", participant_name: "Root", participant_metadata: "m" },
      ...{ participant_attributes: { admin: "yes" }, room_config: { agents: [{ agent_name: "x" }] } },
      ...{ video: { roomAdmin: true }, grants: { roomAdmin: true }, identity: "root", room: "vault" },
    };
    const claims = await claimsOf(await handler()(post(JSON.stringify(asked))));
    const plain = await claimsOf(await handler()(post("{}")));
    expect({ ...claims, exp: 0, nbf: 0 }).toEqual({ ...plain, exp: 0, nbf: 0 });
    expect(claims).toMatchObject({ sub: "alice", name: "", metadata: "", attributes: {}, roomConfig: null });
  });

  it("hands authorize the client's wishes in camelCase, and the request", async () => {
    const authorize = vi.fn(async () => ALICE);
    const request = post('{"room_name":"stage","room_config":{"agents":[{"agent_name":"guide"}]}}', { Cookie: "a=b" });
    await handler({ authorize })(request);
    expect(authorize).toHaveBeenCalledExactlyOnceWith(
      { roomName: "stage", roomConfig: { agents: [{ agentName: "guide" }] } },
      request,
    );
  });

  it("adds the grants to those of the template, and leaves the template as it is", async () => {
    const template = token.withGrants({ canPublish: false, canSubscribe: false });
    const endpoint = handler({ token: template, authorize: () => ({ ...ALICE, grants: { canSubscribe: true } }) });
    for (const _ of [1, 2]) {
      const { video } = await claimsOf(await endpoint(post("{}")));
      expect(video).toMatchObject({ canPublish: false, canSubscribe: true, room: "stage", roomJoin: true });
    }
  });

  it("makes the template anew for each request when it is a function", async () => {
    const makeToken = vi.fn(() => token);
    const endpoint = handler({ token: makeToken });
    await endpoint(post("{}"));
    await claimsOf(await endpoint(post("{}")));
    expect(makeToken).toHaveBeenCalledTimes(2);
  });

  it.each<[string, TokenEndpointOptions["serverUrl"]]>([
    ["a function", () => "wss://eu.example.com"],
    ["an async function", async () => "wss://eu.example.com"],
  ])("answers with the address that %s returns", async (_, serverUrl) => {
    expect((await bodyOf(await handler({ serverUrl })(post("{}")))).server_url).toBe("wss://eu.example.com");
  });

  it("passes the request and the further arguments of the handler to every function", async () => {
    interface Env {
      readonly url: string;
      readonly secret: string;
    }
    const calls: unknown[][] = [];
    const seen = <Result>(result: Result, ...args: unknown[]): Result => {
      calls.push(args);
      return result;
    };
    const worker = tokenEndpoint<[env: Env]>({
      serverUrl: (request, env) => seen(env.url, request, env),
      token: async (request, env) => seen(AccessToken.withApiKey(KEY, env.secret), request, env),
      authorize: (_, request, env) => seen(ALICE, request, env),
      onError: (_, request, env) => seen(undefined, request, env),
    });
    const [request, env] = [post("{}"), { url: URL_OF_SERVER, secret: SECRET }];
    expect((await claimsOf(await worker(request, env))).sub).toBe("alice");
    expect(calls).toEqual([1, 2, 3].map(() => [request, env]));

    const broken = [post("{}"), { url: "", secret: SECRET }] as const;
    expect((await worker(...broken)).status).toBe(500);
    expect(calls.at(-1)).toEqual(broken);
  });

  it("asks for the address and the template only when the request is authorized", async () => {
    const [serverUrl, makeToken] = [vi.fn(() => URL_OF_SERVER), vi.fn(() => token)];
    const authorize = () => new Response(null, { status: 403 });
    await handler({ serverUrl, token: makeToken, authorize })(post("{}"));
    await handler({ serverUrl, token: makeToken })(post("{"));
    expect([serverUrl, makeToken].map(({ mock }) => mock.calls.length)).toEqual([0, 0]);
  });

  it("mints with the options of toJwt", async () => {
    const compact = await bodyOf(await handler({ mint: { compact: true } })(post("{}")));
    const full = await bodyOf(await handler()(post("{}")));
    expect(compact.participant_token.length).toBeLessThan(full.participant_token.length);
  });

  it("passes on the Response of authorize as the refusal", async () => {
    const response = await handler({ authorize: () => new Response("sign in", { status: 401 }) })(post("{}"));
    expect(response.status).toBe(401);
    expect(await response.text()).toBe("sign in");
  });

  it.each([
    ["a method other than POST", "GET", {}, "", 405],
    ["a form", "POST", { "Content-Type": "application/x-www-form-urlencoded" }, "a=b", 415],
    ["text, which needs no preflight", "POST", { "Content-Type": "text/plain" }, "{}", 415],
    ["a type that only starts like JSON", "POST", { "Content-Type": "application/jsonp" }, "{}", 415],
    ["no JSON", "POST", {}, "{", 400],
    ["an empty body", "POST", {}, "", 400],
    ["a member of the wrong type", "POST", {}, '{"room_name":1}', 400],
    ["a body over the limit", "POST", {}, JSON.stringify({ room_name: "a".repeat(100) }), 413],
  ] as const)("rejects %s", async (_, method, headers, body, status) => {
    const authorize = vi.fn(() => ALICE);
    const response = await handler({ authorize, maxBodyBytes: 64 })(post(body, headers, method));
    expect(response.status).toBe(status);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(await response.json()).toEqual({
      code: expect.any(String),
      message: expect.any(String),
      issues: expect.any(Array),
    });
    expect(response.headers.get("allow")).toBe(status === 405 ? "POST" : null);
    expect(authorize).not.toHaveBeenCalled();
  });

  it.each(["application/json; charset=utf-8", "Application/JSON", "application/vnd.livekit+json"])(
    "takes the content type %s",
    async (type) => {
      expect((await handler()(post("{}", { "Content-Type": type }))).status).toBe(201);
    },
  );

  it("stops reading a stream at the limit, whatever its Content-Length says", async () => {
    let pulled = 0;
    const endless = new ReadableStream({
      pull(controller) {
        pulled++;
        controller.enqueue(new Uint8Array(1024));
      },
    });
    const response = await handler({ maxBodyBytes: 4096 })(post(endless));
    expect(response.status).toBe(413);
    expect(pulled).toBeLessThan(16);
  });

  it("names the places of a bad body", async () => {
    const { code, issues } = await bodyOf(await handler()(post('{"room_name":1}')));
    expect(code).toBe("INVALID_REQUEST");
    expect(issues).toMatchObject([{ pointer: "/roomName", message: "must be a string; got a number" }]);
  });

  it.each<[string, Partial<TokenEndpointOptions>]>([
    ["an error in authorize", { authorize: () => Promise.reject(new Error(`the password is ${SECRET}`)) }],
    ["an error in the function of the token", { token: () => AccessToken.withApiKey("", SECRET) }],
    ["a function that returns no token", { token: () => undefined as never }],
    ["an error in the function of the address", { serverUrl: () => Promise.reject(new Error("no region")) }],
    ["an address that no client can connect to", { serverUrl: () => "example.livekit.cloud" }],
    ["no identity", { authorize: () => ({ room: "stage" }) as Authorization }],
    ["an empty room", { authorize: () => ({ identity: "alice", room: "" }) }],
    [
      "a member that no authorization has",
      { authorize: () => ({ ...ALICE, video: { roomAdmin: true } }) as Authorization },
    ],
    ["a grant that is misspelt", { authorize: () => ({ ...ALICE, grants: { canPublsh: false } as never }) }],
    ["roomJoin among the grants", { authorize: () => ({ ...ALICE, grants: { roomJoin: false } as never }) }],
    ["nothing", { authorize: () => undefined as never }],
  ])("answers 500 without details, and reports the error, for %s", async (_, options) => {
    const onError = vi.fn();
    const request = post("{}");
    const response = await handler({ ...options, onError })(request);
    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({
      code: "INTERNAL_ERROR",
      message: "the token could not be issued",
      issues: [],
    });
    expect(onError).toHaveBeenCalledExactlyOnceWith(expect.any(Error), request);
  });

  it("reports errors on the console unless onError is set, and survives an onError that throws", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    const options = { serverUrl: URL_OF_SERVER, token, authorize: () => undefined as never };
    expect((await tokenEndpoint(options)(post("{}"))).status).toBe(500);
    expect(log).toHaveBeenCalledOnce();
    const onError = () => Promise.reject(new Error("onError failed"));
    expect((await tokenEndpoint({ ...options, onError })(post("{}"))).status).toBe(500);
    expect(log).toHaveBeenCalledTimes(2);
    log.mockRestore();
  });

  it("takes no right from Object.prototype", async () => {
    const polluted = Object.prototype as Record<string, unknown>;
    polluted.grants = { roomAdmin: true };
    try {
      const { video } = await claimsOf(await handler()(post("{}")));
      expect(video.roomAdmin).toBe(false);
    } finally {
      delete polluted.grants;
    }
  });

  it.each<[string, object]>([
    ["authorise", { authorise: () => ALICE }],
    ["authorize", { authorize: "alice" }],
    ["serverUrl", { serverUrl: "example.livekit.cloud" }],
    ["serverUrl", { serverUrl: undefined }],
    ["serverUrl", { serverUrl: "wss://user:pass@example.livekit.cloud" }],
    ["token", { token: "eyJ" }],
    ["token", { token: undefined }],
    ["token", { token: Promise.resolve(token) }],
    ["maxBodyBytes", { maxBodyBytes: "1mb" }],
    ["cors.origins", { cors: { origins: ["https://app.example.com/"] } }],
    ["cors.credentials", { cors: { origins: "*", credentials: true } }],
  ])("rejects a wrong %s when it is made", (name, options) => {
    expect(() => handler(options as Partial<TokenEndpointOptions>)).toThrow(
      expect.objectContaining({ code: "INVALID_ARGUMENT", message: expect.stringContaining(name) }),
    );
  });
});

describe("tokenEndpoint with cors", () => {
  const cors = { origins: ["https://app.example.com"] };
  const preflight = (origin: string) =>
    post("", { Origin: origin, "Access-Control-Request-Method": "POST" }, "OPTIONS");

  it("answers the preflight of an allowed origin", async () => {
    const { status, headers } = await handler({ cors })(preflight("https://app.example.com"));
    expect(status).toBe(204);
    expect(Object.fromEntries(headers)).toEqual({
      "access-control-allow-origin": "https://app.example.com",
      "access-control-allow-methods": "POST",
      "access-control-allow-headers": "Content-Type, Authorization",
      "access-control-max-age": "7200",
      vary: "Origin",
    });
  });

  it("allows no other origin, neither in the preflight nor in an answer", async () => {
    for (const request of [preflight("https://evil.example"), post("{}", { Origin: "https://evil.example" })]) {
      const { headers } = await handler({ cors })(request);
      expect(headers.get("access-control-allow-origin")).toBeNull();
      expect(headers.get("vary")).toBe("Origin");
    }
  });

  it("lets the page read every answer, refusals and errors included", async () => {
    const from = { Origin: "https://app.example.com" };
    const answers = [
      await handler({ cors })(post("{}", from)),
      await handler({ cors })(post("{", from)),
      await handler({ cors, authorize: () => new Response(null, { status: 403 }) })(post("{}", from)),
      await handler({ cors, authorize: () => Promise.reject(new Error("no")) })(post("{}", from)),
    ];
    expect(answers.map(({ status }) => status)).toEqual([201, 400, 403, 500]);
    for (const { headers } of answers) expect(headers.get("access-control-allow-origin")).toBe(from.Origin);
  });

  it("allows every origin with *, and cookies where that is set", async () => {
    const any = await handler({ cors: { origins: "*" } })(post("{}", { Origin: "https://x.example" }));
    expect(any.headers.get("access-control-allow-origin")).toBe("*");
    const withCookies = await handler({ cors: { ...cors, credentials: true } })(preflight("https://app.example.com"));
    expect(withCookies.headers.get("access-control-allow-credentials")).toBe("true");
  });

  it("answers OPTIONS with 405 without cors", async () => {
    expect((await handler()(preflight("https://app.example.com"))).status).toBe(405);
  });
});
