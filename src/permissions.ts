export {
  canCallAgentEndpoint,
  canCreateAgentThreads,
  canDeleteAgentThread,
  canListAgentThreads,
  canReadAgentThread,
  canUpdateAgentThreads,
  canWriteAgentThread,
} from "./permissions/agents.js";
export type { ClaimsWith } from "./permissions/claims-with.js";
export { type ParticipantPermission, participantPermission } from "./permissions/participant-permission.js";
export { canPublish, canPublishData, canSubscribe, canUpdateOwnMetadata } from "./permissions/participants.js";
export {
  canAdminIngress,
  canAdminRoom,
  canCreateRooms,
  canJoin,
  canListRooms,
  canRecord,
} from "./permissions/rooms.js";
