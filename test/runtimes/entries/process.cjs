const api = require("livekit-claims");

import("./report.js").then(({ report }) => report(api));
