import { getDef, type Member, type Model } from "../../model/model.js";
import type { Draft } from "../draft.js";
import { idOf, messagePlaces, nameOf, nest, nestMember } from "../places.js";
import { sampleOf } from "../samples.js";
import { respell } from "./respell.js";

/**
 * Returns vectors for each message with all its members, in the canonical spelling and in another one. A message
 * with oneofs has one vector for each member of the largest.
 */
export function messageDrafts(model: Model): Draft[] {
  const objects = new Map(messagePlaces(model).map(({ object, path }) => [object, path.slice(0, -1)]));
  return [...objects].flatMap(([object, path]) => {
    return variants(model, object).flatMap(({ choice, sample }): Draft[] => {
      const id = `${idOf(path)}${choice === "" ? "" : `-with-${choice}`}`;
      const what = `${object} (${nameOf(path)}) with every member set${choice === "" ? "" : `, ${choice} among them`}`;
      const payload = nestMember(path, sample);
      const [, ...inside] = path;
      const respelled = { roomConfig: respell(model, "RoomConfiguration", nest(inside, sample)) };
      return [
        { id: `full-${id}`, comment: `${what}, in the canonical spelling`, row: "plain", payload },
        {
          id: `respelled-${id}`,
          comment: `${what}, in the names of the .proto file, enums and numbers in their other spelling`,
          row: "room-config-spelling",
          payload: respelled,
          reads: payload,
        },
      ];
    });
  });
}

/**
 * Returns objects with all members set, one member of each oneof at a time. `choice` names the members of oneofs
 * that are set.
 */
function variants(model: Model, object: string): { choice: string; sample: Record<string, unknown> }[] {
  const members = getDef(model, object).members;
  const oneofs = new Map<string, Member[]>();
  for (const member of members) {
    const oneof = member.schema["x-oneof"];
    if (typeof oneof === "string") oneofs.set(oneof, [...(oneofs.get(oneof) ?? []), member]);
  }
  const groups = [...oneofs.values()];
  const count = Math.max(1, ...groups.map((group) => group.length));
  return Array.from({ length: count }, (_, index) => {
    const chosen = groups.map((group) => group[index % group.length]);
    const set = members.filter((member) => chosen.includes(member) || !groups.some((group) => group.includes(member)));
    return {
      choice: chosen.map((member) => member?.name).join("-"),
      sample: Object.fromEntries(set.map((member) => [member.name, sampleOf(member)])),
    };
  });
}
