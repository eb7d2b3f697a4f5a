import { createHash } from "node:crypto";

/** Returns the SHA-256 digest of text in UTF-8, or of bytes; in lower-case hexadecimal unless told otherwise. */
export function sha256(content: string | Uint8Array, encoding: "hex" | "base64" | "base64url" = "hex"): string {
  return createHash("sha256").update(content).digest(encoding);
}
