import { expect, it } from "vitest";
import { lintNow, payload } from "../../../support/lint.js";

const PUT = "Put the identity into sub.";
const SET = "Set sub to the participant's identity.";
const RENAME = 'Rename it to "sub".';

it.each<[object, readonly (readonly [code: string, message: string, fix?: string])[]]>([
  [{ sub: "", jti: "" }, []],
  [{ sub: "", jti: "a" }, [["jti-as-identity", "is used as the identity, because sub is empty", SET]]],
  [{ sub: "a", jti: "b" }, []],
  [{ identity: "" }, []],
  [{ sub: "", identity: "a" }, [["ignored-identity", "is ignored: servers read the identity from sub", RENAME]]],
  [{ sub: "b", identity: "a" }, [["ignored-identity", "is ignored: servers read the identity from sub", PUT]]],
  [
    { sub: "", jti: "b", identity: "a" },
    [
      ["ignored-identity", "is ignored: servers read the identity from jti", PUT],
      ["jti-as-identity", "is used as the identity, because sub is empty", SET],
    ],
  ],
  [
    { sub: "b", jti: "c", identity: "a" },
    [["ignored-identity", "is ignored: servers read the identity from sub", PUT]],
  ],
])("an identity in several places is reported: %j", (more, expected) => {
  const findings = lintNow(payload({ ...more })).filter(({ code }) => code.endsWith("identity"));
  const words = findings.map(({ code, message, fix }) => [code, message, fix]);
  expect(words.sort()).toMatchObject(expected.map((row) => row.slice()));
});
