import { AccessTokenError, type TokenVerifier, type VerifiedClaims } from "livekit-claims";

/** The claims of a request that may pass, or the status and the reason to answer with. */
export type Guarded =
  | { readonly claims: VerifiedClaims }
  | { readonly status: 401 | 403; readonly error: string; readonly headers: Record<string, string> };

/**
 * Guards your own API with the tokens that participants already hold: 401 without a valid token, 403 for a valid one
 * that lacks the permission.
 *
 * @param permits a question of livekit-claims/permissions, such as `(claims) => canAdminRoom(claims, room)`
 */
export async function guard(
  verifier: TokenVerifier,
  authorization: string | null | undefined,
  permits: (claims: VerifiedClaims) => boolean,
): Promise<Guarded> {
  let claims: VerifiedClaims;
  try {
    claims = await verifier.verify((authorization ?? "").replace(/^Bearer +/i, ""));
  } catch (error) {
    if (!AccessTokenError.is(error)) throw error;
    return { status: 401, error: error.code, headers: { "WWW-Authenticate": 'Bearer error="invalid_token"' } };
  }
  if (permits(claims)) return { claims };
  return { status: 403, error: "FORBIDDEN", headers: { "WWW-Authenticate": 'Bearer error="insufficient_scope"' } };
}
