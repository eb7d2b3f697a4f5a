/** The inputs that all benchmarks mint and verify. */
export const KEY = "APIbenchmark";
export const SECRET = "benchmark-secret-of-fair-length-32";
export const GRANTS = { roomJoin: true, room: "my-room" } as const;
export const ROOM_CONFIG = {
  agents: [{ agentName: "agent", metadata: "{}" }],
  emptyTimeout: 60,
  maxParticipants: 20,
};

export const OURS = "livekit-claims";
