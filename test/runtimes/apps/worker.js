import { roundTrip } from "./round-trip.js";

export default { fetch: async () => new Response(await roundTrip()) };
