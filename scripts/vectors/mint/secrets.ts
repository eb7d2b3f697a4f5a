import { type Fault, invalidClaims } from "../draft.js";
import type { Json } from "../vector.js";
import type { MintDraft } from "./draft.js";

/**
 * Returns vectors for secrets, for values that are not secret, and for the order of errors. memberMintDrafts has a
 * vector for each secret member.
 */
export function secretDrafts(): MintDraft[] {
  return [
    ...REFUSED.map(
      ([id, comment, upload, fault, more = {}]): MintDraft => ({ ...drafted(id, comment, upload), fault, ...more }),
    ),
    ...WRITTEN.map(([id, comment, upload, more]): MintDraft => ({ ...drafted(id, comment, upload), ...more })),
  ];
}

const s3 = (upload: Json): Json => ({ roomConfig: { egress: { tracks: { s3: upload } } } });

function drafted(id: string, comment: string, upload: Json): MintDraft {
  return { id, comment, row: "mint-secrets", claims: s3(upload) };
}

const ALLOWED = { allowSensitive: true } as const;
const WRONG_BUCKET = invalidClaims("/roomConfig/egress/tracks/s3/bucket");
const SECRET_AND_FAULT = { secret: "s", bucket: 1 };

const USER_INFO: Fault = { code: "SENSITIVE_CREDENTIALS", pointers: ["/roomConfig/egress/tracks/s3/proxy/url"] };
const proxy = (url: string): Json => ({ bucket: "b", proxy: { url } });

const REFUSED: readonly [string, string, Json, Fault, Partial<MintDraft>?][] = [
  ["secret-and-fault", "a secret and a mistake, which is reported first", SECRET_AND_FAULT, WRONG_BUCKET],
  ["user-info", "a URL with a user name and a password", proxy("http://user:password@proxy:3128"), USER_INFO],
  ["user-info-name", "a URL with a user name alone", proxy("https://token@proxy"), USER_INFO],
  ["secret-allowed-and-fault", "a secret that is allowed, and a mistake", SECRET_AND_FAULT, WRONG_BUCKET, ALLOWED],
];

const WRITTEN: readonly [string, string, Json, Partial<MintDraft>?][] = [
  ["secret-allowed", "a secret that is allowed", { secret: "s" }, ALLOWED],
  [
    "secret-empty",
    "an empty secret, which does not count",
    { secret: "", bucket: "b" },
    { writes: s3({ bucket: "b" }) },
  ],
  ["user-info-allowed", "a URL with a password that is allowed", proxy("http://u:p@proxy"), ALLOWED],
  ["user-info-none", "a URL with an @ after its host", proxy("http://proxy/path@1?a=b@c")],
  [
    "access-key-alone",
    "the id of an access key without its secret, which is not secret",
    { accessKey: "k", bucket: "b" },
  ],
];
