// Mints and verifies tokens and answers questions with the Go SDK, for each line of JSON on standard input.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"maps"
	"os"
	"time"

	"github.com/livekit/protocol/auth"
)

type request struct {
	Op       string          `json:"op"`
	Key      string          `json:"key"`
	Secret   string          `json:"secret"`
	Token    string          `json:"token"`
	Claims   json.RawMessage `json:"claims"`
	Question question        `json:"question"`
}

type object = map[string]any

func main() {
	requests, answers := json.NewDecoder(os.Stdin), json.NewEncoder(os.Stdout)
	for {
		var asked request
		if err := requests.Decode(&asked); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			log.Fatal(err)
		}
		answer, err := reply(asked)
		if err != nil {
			answer = object{"ok": false, "error": err.Error()}
		}
		if err := answers.Encode(answer); err != nil {
			log.Fatal(err)
		}
	}
}

func reply(asked request) (object, error) {
	switch asked.Op {
	case "mint":
		return mint(asked)
	case "verify":
		return verify(asked)
	case "ask":
		return ask(asked)
	}
	return nil, fmt.Errorf("no such op: %q", asked.Op)
}

func mint(asked request) (object, error) {
	var claims struct {
		auth.ClaimGrants
		Subject string `json:"sub"`
		Expiry  int64  `json:"exp"`
	}
	if err := json.Unmarshal(asked.Claims, &claims); err != nil {
		return nil, err
	}
	token := auth.NewAccessToken(asked.Key, asked.Secret).
		SetIdentity(claims.Subject).
		SetName(claims.Name).
		SetVideoGrant(claims.Video).
		SetSIPGrant(claims.SIP).
		SetAgentGrant(claims.Agent).
		SetInferenceGrant(claims.Inference).
		SetObservabilityGrant(claims.Observability).
		SetAgentEndpointGrant(claims.AgentEndpoint).
		SetAgentThreadGrant(claims.AgentThread).
		SetMetadata(claims.Metadata).
		SetAttributes(claims.Attributes).
		SetSha256(claims.Sha256).
		SetRoomPreset(claims.RoomPreset).
		SetRoomConfig(claims.GetRoomConfiguration()).
		SetAllowSensitiveCredentials(true)
	if claims.Kind != "" {
		token.SetKind(claims.GetParticipantKind())
	}
	if len(claims.KindDetails) > 0 {
		token.SetKindDetail(claims.GetKindDetails()...)
	}
	if claims.Expiry != 0 {
		token.SetValidFor(time.Until(time.Unix(claims.Expiry, 0)))
	}
	var given object
	if err := json.Unmarshal(asked.Claims, &given); err != nil {
		return nil, err
	}
	held, err := toObject(token.GetGrants())
	if err != nil {
		return nil, err
	}
	for _, name := range []string{"sub", "exp", "iss"} {
		held[name] = given[name]
	}
	signed, err := token.ToJWT()
	if err != nil {
		return nil, err
	}
	return object{"ok": true, "token": signed, "skipped": findSkipped(given, held, "")}, nil
}

func verify(asked request) (object, error) {
	token, err := auth.ParseAPIToken(asked.Token)
	if err != nil {
		return nil, err
	}
	// The caller of the SDK looks up the secret of the key, as a server does.
	if token.APIKey() != asked.Key {
		return nil, fmt.Errorf("unknown API key: %q", token.APIKey())
	}
	registered, grants, err := token.Verify(asked.Secret)
	if err != nil {
		return nil, err
	}
	claims, err := toObject(grants)
	if err != nil {
		return nil, err
	}
	// Derived from "sub" and "jti", which are among the registered claims below.
	delete(claims, "identity")
	others, err := toObject(registered)
	if err != nil {
		return nil, err
	}
	maps.Copy(claims, others)
	return object{"ok": true, "claims": claims}, nil
}

func toObject(value any) (object, error) {
	text, err := json.Marshal(value)
	if err != nil {
		return nil, err
	}
	var result object
	return result, json.Unmarshal(text, &result)
}

// Returns the members that the SDK's types cannot hold, or leave out.
func findSkipped(given, held any, at string) []string {
	skipped := []string{}
	switch given := given.(type) {
	case object:
		held, _ := held.(object)
		for name, value := range given {
			at := at + "/" + name
			if part, found := held[name]; found {
				skipped = append(skipped, findSkipped(value, part, at)...)
			} else {
				skipped = append(skipped, at)
			}
		}
	case []any:
		held, _ := held.([]any)
		for index := range min(len(given), len(held)) {
			skipped = append(skipped, findSkipped(given[index], held[index], fmt.Sprintf("%s/%d", at, index))...)
		}
	}
	return skipped
}
