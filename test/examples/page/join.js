import { Room, TokenSource } from "livekit-client";

/** Joins the room that the endpoint decides about, and reports what came of it as the page's answer. */
async function join({ endpoint, authorization, agentName }) {
  const source = TokenSource.endpoint(endpoint, { headers: { authorization } });
  const { serverUrl, participantToken } = await source.fetch({ agentName });
  const room = new Room();
  await room.connect(serverUrl, participantToken);
  const { localParticipant, name, state } = room;
  const { identity, permissions } = localParticipant;
  const report = { room: name, identity, state, canPublish: permissions?.canPublish };
  // Publishing takes the media connection, beside the signalling.
  await localParticipant.publishData(new TextEncoder().encode("hello"), { reliable: true });
  await room.disconnect();
  return { ...report, published: true };
}

const answer = await join(globalThis.example).catch((error) => ({ error: String(error?.stack ?? error) }));
const element = document.createElement("p");
element.id = "answer";
element.textContent = JSON.stringify(answer);
document.body.append(element);
