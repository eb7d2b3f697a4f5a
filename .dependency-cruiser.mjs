/**
 * The floors of the house, each list from the ground up: a room imports only from itself and from rooms before it.
 * `npm run floors` checks them. Type-only imports count.
 */
const FLOORS = {
  src: [
    "json",
    "issues",
    "jws",
    "room-config",
    "schema-diff",
    "permissions",
    "targets",
    "claims",
    "mint",
    "verify",
    "endpoint",
    "paste",
    "lint",
    "report",
    "cli/terminal",
    "cli/args",
    "cli/commands",
    "cli",
    "inspector",
    "inspector/page",
  ],
  scripts: [
    "process",
    "build",
    "changelog",
    "model",
    "normalize",
    "emit/output",
    "mutation",
    "emit/code",
    "emit/bundles",
    "vectors",
    "packages",
    "languages",
    "protocol",
    "release",
    "inspector",
    "runtimes",
    "bench",
    "emit/docs",
    "emit",
    "docs",
  ],
};

/** The files of a room that belong to no room inside it. */
const inRoom = (top, room, rooms) => {
  const inside = rooms.filter((other) => other.startsWith(`${room}/`)).map((other) => other.slice(room.length + 1));
  return inside.length === 0 ? `^${top}/${room}/` : `^${top}/${room}/(?!(${inside.join("|")})/)`;
};

const upward = Object.entries(FLOORS).flatMap(([top, rooms]) =>
  rooms.map((room, index) => ({
    name: `upward-from-${top}/${room}`,
    severity: "error",
    comment: `${top}/${room} imports only from ${rooms.slice(0, index).join(", ") || "nothing"}`,
    from: { path: inRoom(top, room, rooms) },
    // The files at the top are entries: they are above every room.
    to: { path: [...rooms.slice(index + 1).map((above) => inRoom(top, above, rooms)), `^${top}/[^/]+$`] },
  })),
);

const roomless = Object.entries(FLOORS).map(([top, rooms]) => ({
  name: `no-room-in-${top}`,
  severity: "error",
  comment: "a folder that is not in the list of floors",
  from: {},
  to: {
    path: `^${top}/[^/]+/`,
    pathNot: `^${top}/(${[...new Set(rooms.map((room) => room.split("/")[0]))].join("|")})/`,
  },
}));

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    ...upward,
    ...roomless,
    { name: "no-circle", severity: "error", from: {}, to: { circular: true } },
    {
      name: "src-stands-alone",
      severity: "error",
      comment: "what is published imports neither scripts nor tests",
      from: { path: "^src/" },
      to: { path: "^(scripts|test)/" },
    },
    {
      name: "scripts-without-tests",
      severity: "error",
      from: { path: "^scripts/" },
      to: { path: "^test/" },
    },
    {
      name: "generated-imports-itself",
      severity: "error",
      from: { path: "^generated/" },
      to: { pathNot: "^generated/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(test/(runtimes|languages)/(apps|commonjs|consumer|metro|next|generators|entries))|^dist/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["livekit-claims-source", "import", "node", "types", "default"],
    },
  },
};
