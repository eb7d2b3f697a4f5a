package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/livekit/protocol/auth"
	"github.com/livekit/protocol/livekit"
	"github.com/livekit/protocol/utils/protojson"
)

type question struct {
	Name string   `json:"name"`
	Args []string `json:"args"`
}

func ask(asked request) (object, error) {
	var claims auth.ClaimGrants
	if err := json.Unmarshal(asked.Claims, &claims); err != nil {
		return nil, err
	}
	// The methods of a VideoGrant require a grant, unlike those of the other grants.
	if claims.Video == nil {
		return nil, errors.New("no video grant to ask")
	}
	answer, err := answerFrom(&claims, asked.Question)
	if err != nil {
		return nil, err
	}
	return object{"ok": true, "answer": answer}, nil
}

// Answers with the SDK's method that has the name and the number of arguments of the question.
func answerFrom(claims *auth.ClaimGrants, asked question) (any, error) {
	args := asked.Args
	switch fmt.Sprintf("%s/%d", asked.Name, len(args)) {
	case "canPublish/0":
		return claims.Video.GetCanPublish(), nil
	case "canPublish/1":
		source, err := sourceNamed(args[0])
		return claims.Video.GetCanPublishSource(source), err
	case "canPublishData/0":
		return claims.Video.GetCanPublishData(), nil
	case "canSubscribe/0":
		return claims.Video.GetCanSubscribe(), nil
	case "canUpdateOwnMetadata/0":
		return claims.Video.GetCanUpdateOwnMetadata(), nil
	case "participantPermission/0":
		text, err := protojson.MarshalOptions{EmitUnpopulated: true}.Marshal(claims.Video.ToPermission())
		return json.RawMessage(text), err
	case "canCallAgentEndpoint/2":
		return claims.AgentEndpoint.Allows(args[0], args[1]), nil
	case "canListAgentThreads/1":
		return claims.AgentThread.CanList(args[0]), nil
	case "canCreateAgentThreads/1":
		return claims.AgentThread.CanCreate(args[0]), nil
	case "canReadAgentThread/1":
		return claims.AgentThread.CanRead(args[0]), nil
	case "canWriteAgentThread/1":
		return claims.AgentThread.CanWrite(args[0]), nil
	case "canDeleteAgentThread/1":
		return claims.AgentThread.CanDelete(args[0]), nil
	case "canUpdateAgentThreads/0":
		return claims.AgentThread.CanUpdate(), nil
	}
	return nil, fmt.Errorf("no method answers %q with %d arguments", asked.Name, len(args))
}

// The method takes the enum, so questions about unknown sources are errors.
func sourceNamed(name string) (livekit.TrackSource, error) {
	for number, source := range livekit.TrackSource_name {
		if strings.ToLower(source) == name {
			return livekit.TrackSource(number), nil
		}
	}
	return 0, fmt.Errorf("no such source: %q", name)
}
