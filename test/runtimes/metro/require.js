const { answerWith } = require("./answer");

globalThis.answer = answerWith(require("livekit-claims"), require("livekit-claims/permissions"));
