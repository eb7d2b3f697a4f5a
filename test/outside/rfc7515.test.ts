import { describe, expect, it } from "vitest";
import * as jws from "#jws";
import { verifyJws } from "./layers.js";

/** The symmetric key of RFC 7515, appendix A.1. */
const KEY = jws.key(
  Buffer.from("AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow", "base64url"),
);
const PAYLOAD = "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";

/** The examples of appendix A: the header, the signature, and the verdict of a verifier that only accepts HS256. */
const EXAMPLES = {
  "A.1, HS256": ["eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk", "ok"],
  "A.2, RS256": [
    "eyJhbGciOiJSUzI1NiJ9",
    "cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw",
    "UNSUPPORTED_ALGORITHM",
  ],
  "A.3, ES256": [
    "eyJhbGciOiJFUzI1NiJ9",
    "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q",
    "UNSUPPORTED_ALGORITHM",
  ],
  "A.5, none": ["eyJhbGciOiJub25lIn0", "", "UNSUPPORTED_ALGORITHM"],
} as const;

describe("RFC 7515, appendix A", () => {
  it.each(Object.entries(EXAMPLES))("has the expected verdict on %s", async (_, [header, signature, verdict]) => {
    expect(await verifyJws(`${header}.${PAYLOAD}.${signature}`, KEY)).toBe(verdict);
  });

  it("rejects A.4, ES512, which has another payload", async () => {
    const header = "eyJhbGciOiJFUzUxMiJ9";
    expect(await verifyJws(`${header}.UGF5bG9hZA.${"A".repeat(176)}`, KEY)).toBe("UNSUPPORTED_ALGORITHM");
  });
});
