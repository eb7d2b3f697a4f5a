import { expect, it } from "vitest";
import { targetName } from "../../../../src/cli/args/target-name.js";

it.each([
  ["1.9.11", "livekit-server@1.9.11"],
  ["v1.9.11", "livekit-server@1.9.11"],
  ["livekit/livekit-server:v1.9.11", "livekit-server@1.9.11"],
  ["docker.io/livekit/livekit-server:1.9.11", "livekit-server@1.9.11"],
  ["registry.local:5000/livekit/livekit-server:v1.9.11@sha256:ab12", "livekit-server@1.9.11"],
  ["livekit-server version 1.9.11", "livekit-server@1.9.11"],
  ["livekit-server@v1.9.11", "livekit-server@1.9.11"],
  ["livekit-server@1.9.11", "livekit-server@1.9.11"],
  ["github.com/livekit/protocol v1.43.4", "protocol@1.43.4"],
  ["protocol@1.43.5-0.20260114074149", "protocol@1.43.5-0.20260114074149"],
  ["livekit/livekit-server:latest", "livekit/livekit-server:latest"],
  ["livekit/egress:v1.9.11", "livekit/egress:v1.9.11"],
  ["my-livekit-server:1.9.11", "my-livekit-server:1.9.11"],
  ["1.9", "1.9"],
])("%j is the target %j", (text, name) => {
  expect(targetName(text)).toBe(name);
});
