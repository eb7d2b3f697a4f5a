import type { Model } from "../../model/model.js";
import type { Draft } from "../draft.js";
import { grantPlaces, nameOf, nestMember, type Place } from "../places.js";
import { fullSample, requiredSample } from "../samples.js";
import { BASE } from "../token.js";

/** Returns vectors for valid objects, derived from the schemas: empty, full, and with an unknown member. */
export function memberDrafts(model: Model): Draft[] {
  const objects = grantPlaces(model).filter(isGrants);
  return [
    { id: "plain", comment: "a token with the required claims and a sub", row: "plain" },
    ...objects.map((place): Draft => objectDraft(place, "empty", "without a member", {})),
    ...objects.map((place): Draft => {
      return objectDraft(place, "full", "with every member, none at its default", fullSample(model, objectOf(place)));
    }),
    {
      id: "full",
      comment: "every claim and grant, none at its default",
      row: "plain",
      payload: { ...fullSample(model, "Claims"), ...BASE, roomConfig: {} },
    },
    ...objects.map((place): Draft => {
      const more = { ...requiredSample(model, objectOf(place)), newMember: { deep: [1, null] } };
      return { ...objectDraft(place, "unknown", "with an unknown member", more), row: "tolerated" };
    }),
  ];
}

function isGrants({ member }: Place): boolean {
  return member.value.kind === "object" && !member.nullable;
}

function objectOf({ member: { value } }: Place): string {
  return value.kind === "object" ? value.name : "";
}

/** Returns a vector for an object. Defaults complete an empty one. */
function objectDraft({ path, member }: Place, id: string, comment: string, value: object): Draft {
  const row = "default" in member.schema && id === "empty" ? "partial-grants" : "plain";
  return {
    id: `${path.join("-")}-${id}`,
    comment: `${nameOf(path)} ${comment}`,
    row,
    payload: nestMember(path, value),
  };
}
